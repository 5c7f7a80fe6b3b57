import { wrap, type Remote } from 'comlink';
import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { scenarioNamed } from '../scenarios/names.ts';
import { handOver, orFailureOf, type OrFailure } from './crossing.ts';
import type { BackendWorker } from './wire.ts';

/** Where the backend runs. `alone`: in this tab's own worker while another tab has one too, so the two do not see each other. */
export type Hosting = 'shared' | 'own' | 'alone';

/** Starts the backend of a scenario in a worker and hands it every request to `/api/v1`. */
export async function startBackend({ scenario }: { scenario: string }): Promise<Hosting> {
  // An unknown name is the demo company, and must be its worker too: two workers would write over each other's data.
  const name = `vesper/${scenarioNamed(scenario)}`;
  const shared = 'SharedWorker' in globalThis;
  const { backend, orFailure } = shared ? connectShared(name) : connectOwn(name);
  const serviceWorker = setupWorker(http.all('*/api/v1/*', ({ request }) => handOver(request, backend, orFailure)));
  forgiveFailedUpdate();
  await serviceWorker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  if (shared) return 'shared';
  return (await isFirst(name)) ? 'own' : 'alone';
}

interface Connection {
  readonly backend: Remote<BackendWorker>;
  readonly orFailure: OrFailure;
}

/** Tabs share the worker of one scenario and one build: the name says the scenario, the hashed address the build. */
function connectShared(name: string): Connection {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  return { backend: wrap<BackendWorker>(worker.port), orFailure: orFailureOf(worker) };
}

function connectOwn(name: string): Connection {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  return { backend: wrap<BackendWorker>(worker), orFailure: orFailureOf(worker) };
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
