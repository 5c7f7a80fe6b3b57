const waiting: (() => void)[] = [];
let idle = false;

/** Runs the registered preloads one by one in idle callbacks. */
export function startIdlePreloading(): void {
  if (idle || savesData()) return;
  idle = true;
  loadNext();
}

/** Registers a preload. @param load must not throw: a failed preload is repeated when its result is needed */
export function preloadWhenIdle(load: () => void): void {
  waiting.push(load);
  if (idle && waiting.length === 1) loadNext();
}

function loadNext(): void {
  const wait = 'requestIdleCallback' in globalThis ? requestIdleCallback : setTimeout;
  wait(() => {
    waiting.shift()?.();
    if (waiting.length > 0) loadNext();
  });
}

/** With data saving on, only what is used is loaded. */
function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
