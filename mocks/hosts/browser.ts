import { http } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import { conditionsIn, conditionsText, isGood, presets, type Conditions } from '#contract/conditions.ts';
import { scenarioNamed } from '../scenarios/names.ts';
import { reconnecting, type Started } from './connection.ts';
import { handOver } from './crossing.ts';
import { underConditions } from './under-conditions.ts';

/** Set by Vite: which service worker belongs to this build. */
declare const VESPER_SERVICE_WORKER: string;

// One that changed is another by its address. Under the same address MSW would start with the one that is there, and the
// browser would put the new one in its place, which answers for no tab that did not start with it.
const serviceWorkerAddress = `${import.meta.env.BASE_URL}service-worker.js?v=${VESPER_SERVICE_WORKER}`;

/** Where the backend runs. `alone`: in this tab's own worker while another tab has one too, so the two do not see each other. */
export type Hosting = 'shared' | 'own' | 'alone';

/** The backend as the page has it. */
export interface BrowserBackend {
  readonly hosting: Hosting;
  /** The conditions that hold at first, as an address names them; empty while they are good. */
  readonly conditions: string;
  /** Sets the conditions under which this tab reaches it; what says nothing is good. */
  readonly setConditions: (text: string) => void;
}

/** Starts the backend of a scenario in a worker and hands it every request to `/api/v1`, under the conditions of this tab. */
export async function startBackend({
  scenario,
  conditions,
}: {
  scenario: string;
  conditions: string;
}): Promise<BrowserBackend> {
  // An unknown name is the demo company, and must be its worker too: two workers would write over each other's data.
  const name = `vesper/${scenarioNamed(scenario)}`;
  const shared = 'SharedWorker' in globalThis;
  const connection = reconnecting(() => (shared ? startShared(name) : startOwn(name)));
  const line = underConditions({
    send: (request, disk) => handOver(request, connection.current(), disk),
    async crash() {
      const { backend, ended } = connection.current();
      backend.crash();
      await ended;
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const first = conditionsOf(conditions);
  line.set(first);
  connection.current();
  const serviceWorker = setupWorker(http.all('*/api/v1/*', ({ request }) => line.handle(request)));
  forgiveFailedUpdate();
  dropCopies(serviceWorker);
  const stopUrging = urgeTheOneThatWaits();
  await serviceWorker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: serviceWorkerAddress },
  });
  stopUrging();
  await answeredFor();
  return {
    hosting: shared ? 'shared' : (await isFirst(name)) ? 'own' : 'alone',
    conditions: isGood(first) ? '' : conditionsText(first),
    setConditions: (text) => {
      line.set(conditionsOf(text));
    },
  };
}

const conditionsOf = (text: string): Conditions => conditionsIn(text) ?? presets.good.conditions;

/** Tabs share the worker of one scenario and one build: the name says the scenario, the hashed address the build. */
function startShared(name: string): Started {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  return {
    worker,
    port: worker.port,
    shared: true,
    end: () => {
      worker.port.close();
    },
  };
}

function startOwn(name: string): Started {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  return {
    worker,
    port: worker,
    shared: false,
    end: () => {
      worker.terminate();
    },
  };
}

/** Holds a lock for as long as this tab lives; false when another tab has it already. */
function isFirst(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}

/**
 * MSW sends the page a copy of each answer for whoever listens. Nobody reads them here, and the browser keeps the stream of
 * a copy that is neither read nor cancelled for as long as the page lives.
 */
function dropCopies({ events }: SetupWorker): void {
  for (const answered of ['response:mocked', 'response:bypass'] as const) {
    events.on(answered, ({ response }) => void response.body?.cancel());
  }
}

/**
 * Waits until the service worker answers for this tab. MSW unregisters it where it takes all tabs for closed, as when they are
 * left at the same time. Registered again while some tab still has it, it answers for no tab that was opened between: until
 * that one is loaded again, each of its requests would reach the server of files.
 * @throws Error where loading again did not help
 */
async function answeredFor(): Promise<void> {
  // Kept with the entry of the tab's history: it outlives loading again, also where nothing may be stored.
  const { loadedAgain, ...state } = (window.history.state ?? {}) as { readonly loadedAgain?: true };
  if (loadedAgain) window.history.replaceState(state, '');
  if (await isControlled()) return;
  if (loadedAgain)
    throw new Error(
      'The browser lets no service worker answer for this page. Close all tabs of the console, and open it.',
    );
  window.history.replaceState({ ...state, loadedAgain: true }, '');
  window.location.reload();
  await new Promise(() => undefined);
}

/**
 * A new service worker asks the browser to be let in at once, while tabs still have the one before. A browser that is busy just
 * then may forget it for good: the worker is told to ask again until it is in.
 */
function urgeTheOneThatWaits(): () => void {
  const timer = setInterval(() => {
    void navigator.serviceWorker.getRegistration().then((registration) => {
      registration?.waiting?.postMessage('ask again');
    });
  }, 500);
  return () => {
    clearInterval(timer);
  };
}

/**
 * A service worker that is new takes the tabs over once it is active, and they hear of it a moment later. Until then the one
 * of an older build may still have them, and would let requests pass to the server of files.
 */
function isControlled(): Promise<boolean> {
  const address = new URL(serviceWorkerAddress, window.location.href).href;
  const itHasUs = () => navigator.serviceWorker.controller?.scriptURL === address;
  if (itHasUs()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const done = () => {
      resolve(itHasUs());
    };
    navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    setTimeout(done, 1_000);
  });
}

/**
 * MSW asks the browser to look for a newer service worker and does not wait for the answer. Where that fails, as it does
 * without a network or while the page is being left, the worker that is there goes on: nothing is wrong.
 */
function forgiveFailedUpdate(): void {
  window.addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    if (reason instanceof Error && reason.message.startsWith('Failed to update a ServiceWorker'))
      event.preventDefault();
  });
}
