import { wrap, type Remote } from 'comlink';
import { orFailureOf, type OrFailure } from './crossing.ts';
import { endOf } from './life.ts';
import type { BackendWorker } from './wire.ts';

/** A worker that lives, or did: whoever waits for it waits no longer than that. */
export interface Connection {
  readonly backend: Remote<BackendWorker>;
  readonly orFailure: OrFailure;
  /** Resolves when the worker has ended or failed. */
  readonly ended: Promise<void>;
}

/** A worker of either kind, its port, and how it is done away with. */
export interface Started {
  readonly worker: EventTarget;
  readonly port: Parameters<typeof wrap>[0];
  readonly end: () => void;
}

/**
 * The connection to the backend's worker: a new worker is started by the next request after one has ended. What that one
 * had acknowledged lies on the disk, so the new one goes on where it stood.
 */
export function reconnecting(start: () => Started): { current: () => Connection } {
  let connection: Connection | null = null;
  const connect = (): Connection => {
    const { worker, port, end } = start();
    const backend = wrap<BackendWorker>(port);
    const ended = new Promise<void>((resolve) => {
      worker.addEventListener('error', () => {
        resolve();
      });
    });
    const fresh = { backend, orFailure: orFailureOf(worker), ended };
    // Its end is told as a failure is: everybody who waits is sent away.
    void endOf(fresh.orFailure(() => backend.life())).then(
      () => worker.dispatchEvent(new Event('error')),
      () => undefined,
    );
    void ended.then(() => {
      end();
      if (connection === fresh) connection = null;
    });
    return fresh;
  };
  return { current: () => (connection ??= connect()) };
}
