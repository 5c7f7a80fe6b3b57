import type { Browser } from '@playwright/test';
import { freshPage, openDevices } from './pages.ts';
import { atMostMs, type Result } from './result.ts';
import { msToPaint, settled } from './time-to-paint.ts';

const rounds = 3;

/** A forecast over 100,000 devices: from the tab to chart and runs, and again with another sample. */
export async function forecast(browser: Browser, address: string): Promise<Result[]> {
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await freshPage(browser);
    await openDevices(page, address);
    await settled(page);
    const hasRuns = () => document.querySelector('table[aria-label=Runs] tbody button') !== null;
    first.push(await msToPaint(page, 'click', hasRuns, () => page.getByRole('tab', { name: 'Schedule' }).click()));
    await settled(page);
    await page.evaluate(() => {
      const before = document.querySelector('main')?.textContent;
      Object.assign(globalThis, { before });
    });
    const isAnswered = () =>
      document.querySelector('[aria-busy=true]') === null &&
      document.querySelector('main')?.textContent !== (globalThis as { before?: string }).before;
    again.push(
      await msToPaint(page, 'click', isAnswered, () => page.getByRole('button', { name: 'Another sample' }).click()),
    );
    await page.context().close();
  }
  return [
    atMostMs('forecast over 100,000 devices, with chart and runs', 1_500, first),
    atMostMs('the same with another sample', 1_000, again),
  ];
}
