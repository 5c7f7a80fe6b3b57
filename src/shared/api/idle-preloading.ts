const waiting: (() => void)[] = [];
let idle = false;

/** Loads all that is not there yet, one after the other, whenever the browser has nothing else to do. */
export function startIdlePreloading(): void {
  if (idle || savesData()) return;
  idle = true;
  loadNext();
}

/** Registers what to load then. @param load begins it, and keeps to itself that it failed: whoever needs it tries anew */
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

/** Whoever asks the browser to save data loads only what is used. */
function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
