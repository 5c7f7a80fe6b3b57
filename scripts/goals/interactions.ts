import type { Page } from '@playwright/test';

interface Kept {
  interactions?: { longest: Map<number, number>; events: PerformanceObserver };
}

/** Run in a page before all else: keeps how long each interaction took to its next paint, where that is 16 ms or more. */
export function watchInteractions(): void {
  const longest = new Map<number, number>();
  const keep = (entries: PerformanceEntryList) => {
    for (const { interactionId = 0, duration } of entries as (PerformanceEntry & { interactionId?: number })[])
      if (interactionId > 0) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
  };
  const events = new PerformanceObserver((list) => {
    keep(list.getEntries());
  });
  // The threshold is the least that browsers take; it is not in the type that TypeScript knows.
  events.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  (globalThis as Kept).interactions = { longest, events };
}

/** The interactions so far: how many, and how long those of 16 ms and more took, the longest first; milliseconds. */
export async function interactionsOf(page: Page): Promise<{ count: number; longest: readonly number[] }> {
  // Entries are told a moment after their paint.
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const longest = [...((globalThis as Kept).interactions?.longest.values() ?? [])].sort((a, b) => b - a);
    const { interactionCount = longest.length } = performance as { interactionCount?: number };
    return { count: interactionCount, longest };
  });
}

/**
 * Interaction to Next Paint: the 98th percentile, one interaction in fifty being left out. Those under 16 ms are counted,
 * though not told. Source: the definition of INP at web.dev/inp.
 */
export const nextPaintOf = ({ count, longest }: { count: number; longest: readonly number[] }): number =>
  longest[Math.min(longest.length - 1, Math.floor(count / 50))] ?? 16;
