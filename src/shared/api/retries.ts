import { ApiProblem, isTransient } from './problem.ts';

/** Maximum number of attempts of a call. */
export const mostTries = 5;
/** Maximum delay before the second attempt, in milliseconds; it doubles with each further attempt. */
const firstWaitMs = 250;
/** Maximum `Retry-After` that is waited for, in milliseconds; beyond it the call fails. */
const mostPatienceMs = 10_000;

interface Retrying {
  readonly signal: AbortSignal | undefined;
  readonly tries: number;
  /** A random number in [0, 1): jitter, to avoid a thundering herd. */
  readonly chance?: () => number;
  /** Waits for a number of milliseconds, or rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/**
 * Retries a call after a transient failure, with exponential backoff and jitter, and not before `Retry-After`. Only for
 * repeatable calls: reads, and writes with an idempotency key.
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

/** The delay after a failed attempt, in milliseconds; null if a retry is of no use. */
export function waitAfter(error: unknown, tried: number, chance: number): number | null {
  if (!(error instanceof ApiProblem) || !isTransient(error)) return null;
  const ownMs = firstWaitMs * 2 ** (tried - 1) * (0.5 + chance / 2);
  if (error.retryAfterMs === null) return ownMs;
  return error.retryAfterMs > mostPatienceMs ? null : Math.max(error.retryAfterMs, ownMs);
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  unlessAborted(new Promise((resolve) => setTimeout(resolve, ms)), signal);

/** Rejects as soon as the signal aborts; the work itself continues, and its result is ignored. */
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
