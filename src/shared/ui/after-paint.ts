/**
 * Runs `work` once what was just set is painted: a click answers before the rest follows. Whoever presses something sooner
 * finds it done. A tab in the background may paint nothing: there it waits a quarter of a second.
 */
export function afterPaint(work: () => void): void {
  const over = new AbortController();
  const { signal } = over;
  const follow = () => {
    if (signal.aborted) return;
    over.abort();
    work();
  };
  requestAnimationFrame(() => setTimeout(follow));
  setTimeout(follow, 250);
  for (const press of ['pointerdown', 'keydown', 'click']) addEventListener(press, follow, { capture: true, signal });
}
