import { startTransition } from 'react';

/**
 * Runs `work` once what was just set is painted, and draws what it sets beside what people do: a click answers before the rest
 * follows. A tab in the background may paint nothing: there it waits a quarter of a second.
 */
export function afterPaint(work: () => void): void {
  const follow = () => {
    startTransition(work);
  };
  const late = setTimeout(follow, 250);
  requestAnimationFrame(() => {
    clearTimeout(late);
    setTimeout(follow);
  });
}
