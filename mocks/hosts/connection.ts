import { wrap } from 'comlink';
import { rejectOnWorkerError, type RejectOnWorkerError } from './worker-rpc.ts';
import { lockReleased } from './worker-liveness.ts';
import type { BackendWorker } from './wire.ts';

/** A worker that lives, or did: whoever waits for it waits no longer than that. */
export interface Connection {
  /** What is asked of it waits until it has given a sign of life. */
  readonly backend: Pick<BackendWorker, 'handle' | 'crash'>;
  readonly orFailure: RejectOnWorkerError;
  /** Resolves when the worker has ended or failed. */
  readonly ended: Promise<void>;
}

/** A worker of either kind, its port, and how it is done away with. */
export interface StartedWorker {
  readonly worker: EventTarget;
  readonly port: Parameters<typeof wrap>[0];
  /** Whether to start it once more leads to the same worker, and not to a second one. */
  readonly shared: boolean;
  readonly end: () => void;
}

/** How long a first sign of life is waited for before it is asked for anew, in milliseconds; then twice as long, and so on. */
const firstAnswerTimeoutMs = 500;

/**
 * The connection to the backend's worker: a new worker is started by the next request after one has ended. What that one
 * had acknowledged lies on the disk, so the new one goes on where it stood.
 */
export function createReconnectingConnection(start: () => StartedWorker): { current: () => Connection } {
  let connection: Connection | null = null;
  const connect = (): Connection => {
    // Says `error` once, as a worker does that fails: everybody who waits is sent away.
    const line = new EventTarget();
    const fail = () => {
      line.dispatchEvent(new Event('error'));
    };
    const ended = new Promise<void>((resolve) => {
      line.addEventListener('error', () => {
        resolve();
      });
    });
    const { living, leave } = connectToWorker(start, fail);
    void living.then(({ lock }) => lockReleased(lock)).then(fail);
    const fresh: Connection = {
      backend: {
        handle: async (request) => (await living).backend.handle(request),
        crash: () => {
          void living.then(({ backend }) => {
            backend.crash();
          });
        },
      },
      orFailure: rejectOnWorkerError(line),
      ended,
    };
    void ended.then(() => {
      leave();
      if (connection === fresh) connection = null;
    });
    return fresh;
  };
  return { current: () => (connection ??= connect()) };
}

/**
 * Asks for a worker's first sign of life. A shared worker that is just ending still takes whoever comes, and answers nobody:
 * it is asked for again then, which leads to the next one; or to the same, where that one was only busy.
 * @param fail is called when a worker says that it failed
 */
function connectToWorker(start: () => StartedWorker, fail: () => void) {
  const tried = new Set<StartedWorker>();
  let again: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    clearTimeout(again);
    for (const { end } of tried) end();
  };
  const living = new Promise<{ readonly backend: BackendWorker; readonly lock: string | null }>((resolve) => {
    const ask = (waitMs: number) => {
      const one = start();
      tried.add(one);
      one.worker.addEventListener('error', fail);
      const backend = wrap<BackendWorker>(one.port);
      void backend.life().then((lock) => {
        // The first to answer is the one; whoever else was asked may be left, this one among them where it comes too late.
        if (!tried.delete(one)) return;
        leave();
        tried.clear();
        tried.add(one);
        resolve({ backend, lock });
      });
      if (one.shared) again = setTimeout(ask, waitMs, 2 * waitMs);
    };
    ask(firstAnswerTimeoutMs);
  });
  return { living, leave };
}
