/**
 * Runs `work` once what was just set is painted: a click answers before the rest follows. Whoever presses something sooner
 * finds it done. A tab in the background may paint nothing: there it waits a quarter of a second.
 */
export function afterPaint(work: () => void): void {
  let done = false;
  const follow = () => {
    if (!done) work();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(follow));
  setTimeout(follow, 250);
  for (const press of ['pointerdown', 'keydown', 'click'])
    addEventListener(press, follow, { capture: true, once: true });
}
