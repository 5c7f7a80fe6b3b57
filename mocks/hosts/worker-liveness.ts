/** How a page knows that a backend lives. */
export interface Liveness {
  /** The name of a lock that is held for as long as it lives; null where the browser has no locks. */
  readonly life: () => Promise<string | null>;
  /** Lets the lock go. */
  readonly end: () => void;
}

/**
 * A worker that ends tells nobody: not a shared one, and not one that the browser killed. But its locks are let go. So the
 * worker holds one of its own name, and whoever wants to know of its end waits for that.
 */
export function holdLivenessLock(): Liveness {
  let letGo: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let lifeLock: Promise<string | null> | null = null;
  const take = () =>
    new Promise<string | null>((resolve) => {
      if (!('locks' in navigator)) {
        resolve(null);
        return;
      }
      const name = `vesper-worker/${crypto.randomUUID()}`;
      void navigator.locks.request(name, () => {
        resolve(name);
        return ended;
      });
    });
  return { life: () => (lifeLock ??= take()), end: letGo };
}

/** In the page: resolves when the worker that holds the lock has ended; never where the browser has no locks. */
export async function lockReleased(name: string | null): Promise<void> {
  await (name === null
    ? new Promise<never>(() => undefined)
    : navigator.locks.request(name, { mode: 'shared' }, () => undefined));
}
