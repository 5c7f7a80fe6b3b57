/**
 * Runs `work` after the next paint, so that a click gives feedback before expensive rendering. Any earlier key press or
 * pointer event runs it at once. Falls back to 250 ms, because a background tab may not paint.
 */
export function afterPaint(work: () => void): void {
  const done = new AbortController();
  const { signal } = done;
  const run = () => {
    if (signal.aborted) return;
    done.abort();
    work();
  };
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, 250);
  for (const press of ['pointerdown', 'keydown', 'click']) addEventListener(press, run, { capture: true, signal });
}
