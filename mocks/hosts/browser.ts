import { wrap, type Remote } from 'comlink';
import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { answerOf, Problem } from '../problem.ts';
import type { BackendWorker } from './wire.ts';

/** Where the backend runs. `alone`: in this tab's own worker while another tab has one too, so the two do not see each other. */
export type Hosting = 'shared' | 'own' | 'alone';

/** Starts the backend of a scenario in a worker and hands it every request to `/api/v1`. */
export async function startBackend({ scenario }: { scenario: string }): Promise<Hosting> {
  const name = `vesper/${scenario}`;
  const shared = 'SharedWorker' in globalThis;
  const backend = shared ? connectShared(name) : connectOwn(name);
  const serviceWorker = setupWorker(
    http.all('*/api/v1/*', async ({ request }) => {
      const reply = await backend
        .handle({
          method: request.method,
          url: request.url,
          headers: [...request.headers],
          body: request.method === 'GET' || request.method === 'HEAD' ? null : await request.text(),
        })
        .catch(() => null);
      if (!reply) return answerOf(new Problem('backend-failed', 'The backend did not answer. Reload the page.'));
      return new Response(reply.body, {
        status: reply.status,
        headers: reply.headers.map(([header, value]): [string, string] => [header, value]),
      });
    }),
  );
  await serviceWorker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  if (shared) return 'shared';
  return (await isFirst(name)) ? 'own' : 'alone';
}

function connectShared(name: string): Remote<BackendWorker> {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  return wrap<BackendWorker>(worker.port);
}

function connectOwn(name: string): Remote<BackendWorker> {
  return wrap<BackendWorker>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name }));
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
