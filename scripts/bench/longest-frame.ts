import type { Page } from '@playwright/test';

interface Instrumented {
  longestFrame?: () => number;
}

/**
 * The longest frame of the page while `work` is done, in milliseconds: the longest that the browser reports as a long
 * animation frame, which are those over 50 ms; without one, the longest pause between two frames, at most 50.
 */
export async function longestFrameMs(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => {
      long.push(...list.getEntries().map(({ duration }) => duration));
    });
    observer.observe({ type: 'long-animation-frame' });
    let [lastMs, pauseMs, going] = [0, 0, true];
    requestAnimationFrame(function frame(atMs) {
      if (lastMs > 0) pauseMs = Math.max(pauseMs, atMs - lastMs);
      lastMs = atMs;
      if (going) requestAnimationFrame(frame);
    });
    (globalThis as Instrumented).longestFrame = () => {
      going = false;
      observer.disconnect();
      return long.length > 0 ? Math.max(...long) : Math.min(50, pauseMs);
    };
  });
  await work();
  // Entries are reported shortly after their frame.
  await page.waitForTimeout(300);
  return page.evaluate(() => (globalThis as Instrumented).longestFrame?.() ?? NaN);
}
