import { transfer } from 'comlink';
import type { Backend } from '#backend/app.ts';
import { problemResponse, Problem } from '#backend/problem.ts';
import type { Disk, DiskFault } from '../adapters/indexeddb/disk.ts';
import type { BackendWorker } from './wire.ts';

/**
 * The page's end of the way to the worker: hands a request over and makes a response of what comes back. Bodies change
 * hands as bytes: nothing is copied or decoded in the page, however large the file.
 * When nothing comes back, because the worker failed or could not even be loaded, the answer is a 503 problem.
 */
export async function sendRequest(
  request: Request,
  { backend, orFailure }: { readonly backend: Pick<BackendWorker, 'handle'>; readonly orFailure: RejectOnWorkerError },
  disk: DiskFault = null,
): Promise<Response> {
  const { method, url } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
  const wire = { method, url, headers: [...request.headers], body, disk };
  try {
    const reply = await orFailure(() => backend.handle(body === null ? wire : transfer(wire, [body])));
    return new Response(reply.body, {
      status: reply.status,
      headers: reply.headers.map(([name, value]): [string, string] => [name, value]),
    });
  } catch {
    return problemResponse(
      new Problem(
        'backend-unavailable',
        'The backend’s worker ended before it answered. It is started again: try again.',
      ),
    );
  }
}

/** Waits for work, but no longer than the worker lives. */
export type RejectOnWorkerError = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A worker that fails never answers, and neither does one whose script cannot be loaded: it only says `error`. From
 * then on everything that waits for it, and all that comes later, is rejected.
 */
export function rejectOnWorkerError(worker: EventTarget): RejectOnWorkerError {
  let failed = false;
  const waiting = new Set<() => void>();
  worker.addEventListener('error', () => {
    failed = true;
    for (const giveUp of waiting) giveUp();
    waiting.clear();
  });
  // Not Promise.race with one promise of failure: that would keep every answer for as long as the page lives.
  return (work) =>
    new Promise((resolve, reject) => {
      const giveUp = () => {
        reject(new Error('The worker failed.'));
      };
      if (failed) {
        giveUp();
        return;
      }
      waiting.add(giveUp);
      work()
        .then(resolve, reject)
        .finally(() => waiting.delete(giveUp));
    });
}

/** The worker's end: requests wait here until the app is ready. */
export function serveRequests(app: Promise<Backend>, disk: Disk): Pick<BackendWorker, 'handle'> {
  // Every request learns of an app that could not start; before the first there is nobody to tell.
  app.catch(() => undefined);
  return {
    async handle({ method, url, headers, body, disk: fault }) {
      const ready = await app;
      // The last to ask says how the disk is: tabs that share the worker share its disk.
      disk.fault = fault;
      const response = await ready.request(url, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        ...(body === null ? {} : { body }),
      });
      const answer = await response.arrayBuffer();
      return transfer({ status: response.status, headers: [...response.headers], body: answer }, [answer]);
    },
  };
}
