import type { Page } from '@playwright/test';

/** Run in a page before all else: keeps how long each task of its main thread took that took over 50 ms. */
export function collectLongTasks(): void {
  const tasks: number[] = [];
  Object.assign(globalThis, { longTasks: tasks });
  new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask', buffered: true });
}

/** The longest of the tasks so far in milliseconds, 0 where none took over 50; from now on others are kept. */
export async function takeLongestTask(page: Page): Promise<number> {
  // Tasks are told a moment after they end.
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const { longTasks } = globalThis as { longTasks?: number[] };
    return Math.max(0, ...(longTasks?.splice(0) ?? []));
  });
}
