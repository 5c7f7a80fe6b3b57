import { ApiProblem, isTransient } from './problem.ts';

/** How often a call is tried in all. */
export const mostTries = 5;
/** The longest that is waited before the second try, in milliseconds; twice as long before each one after it. */
const firstWaitMs = 250;
/** The longest that a call waits because the backend asks for it: beyond, the person is told instead. */
const mostPatienceMs = 10_000;

interface Retrying {
  readonly signal: AbortSignal | undefined;
  readonly tries: number;
  /** A number in [0, 1) by chance: many who failed at once must not come back at once. */
  readonly chance?: () => number;
  /** Waits so many milliseconds, or rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/**
 * Makes a call again after a failure that may pass: a few times, with growing pauses of random length, and not sooner than
 * the backend asked for in `Retry-After`. Only for what may be done again: a read, or a write that names its key.
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  { signal, tries, chance = Math.random, wait = pause }: Retrying,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      const waitMs = tried < tries && !signal?.aborted ? waitAfter(error, tried, chance()) : null;
      if (waitMs === null) throw error;
      await wait(waitMs, signal);
    }
  }
}

/** How long to wait after the failure of that try, in milliseconds; null when trying again is of no use. */
export function waitAfter(error: unknown, tried: number, chance: number): number | null {
  if (!(error instanceof ApiProblem) || !isTransient(error)) return null;
  const ownMs = firstWaitMs * 2 ** (tried - 1) * (0.5 + chance / 2);
  if (error.retryAfterMs === null) return ownMs;
  return error.retryAfterMs > mostPatienceMs ? null : Math.max(error.retryAfterMs, ownMs);
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  unlessAborted(new Promise((resolve) => setTimeout(resolve, ms)), signal);

/** Waits for work, but rejects as soon as the signal aborts; the work itself goes on, and nobody hears how it ends. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal?.reason as Error);
    };
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    void work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort));
  });
}
