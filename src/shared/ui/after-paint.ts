/**
 * Runs `work` once what was just set is painted: what somebody clicked answers before the rest follows. A tab in the
 * background may paint nothing: there it waits a quarter of a second.
 */
export function afterPaint(work: () => void): void {
  const late = setTimeout(work, 250);
  requestAnimationFrame(() => {
    clearTimeout(late);
    setTimeout(work);
  });
}
