/**
 * A worker that ends tells nobody: not a shared one, and not one that the browser killed. But its locks are let go. So the
 * worker holds one of its own name, and whoever wants to know of its end waits for that.
 */
let held: Promise<string | null> | null = null;

/** In the worker: takes its lock, once. @returns the lock's name; null where the browser has no locks */
export function aliveUnderLock(): Promise<string | null> {
  held ??= new Promise((resolve) => {
    if (!('locks' in navigator)) {
      resolve(null);
      return;
    }
    const name = `vesper-worker/${crypto.randomUUID()}`;
    void navigator.locks.request(name, () => {
      resolve(name);
      return new Promise(() => undefined);
    });
  });
  return held;
}

/** In the page: resolves when the worker that holds the lock has ended; never where the browser has no locks. */
export async function endOf(name: string | null): Promise<void> {
  await (name === null
    ? new Promise<never>(() => undefined)
    : navigator.locks.request(name, { mode: 'shared' }, () => undefined));
}
