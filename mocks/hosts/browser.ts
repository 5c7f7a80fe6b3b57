import { http } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import { conditionsIn, conditionsText, isGood, presets, type Conditions } from '#contract/conditions.ts';
import { scenarioNamed } from '../scenarios/names.ts';
import { reconnecting, type Started } from './connection.ts';
import { handOver } from './crossing.ts';
import { underConditions } from './under-conditions.ts';

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
      void backend.crash();
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
  await serviceWorker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  tellTheNext();
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
 * Another service worker may take over this tab, as after all tabs were left at once and the one before ended with them. It
 * answers for no tab that it was not told of: every request would reach the server of files.
 */
function tellTheNext(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    navigator.serviceWorker.controller?.postMessage('MOCK_ACTIVATE');
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
