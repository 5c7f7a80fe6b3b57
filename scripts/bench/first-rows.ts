import type { Browser } from '@playwright/test';
import { freshPage } from './pages.ts';
import { atMostMs, type Result } from './result.ts';
import { msToFirstRow, watchFirstRow } from './time-to-paint.ts';

const rounds = 5;
const dataSets = [
  { scenario: 'demo', name: 'demo', firstDevice: 'ADL-WS-0001', coldMs: 1_800, warmMs: 1_000 },
  { scenario: 'enterprise', name: 'Enterprise', firstDevice: 'ADL-LT-00001', coldMs: 4_000, warmMs: 1_500 },
] as const;

/** From navigation to the paint of the first device, with an empty profile and on the second load. */
export async function firstRows(browser: Browser, address: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const { scenario, name, firstDevice, coldMs, warmMs } of dataSets) {
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await freshPage(browser);
      await page.addInitScript(watchFirstRow, firstDevice);
      for (const figures of [cold, warm])
        figures.push(await msToFirstRow(page, `${address}groups/managed-devices/devices?scenario=${scenario}`));
      await page.context().close();
    }
    results.push(
      atMostMs(`${name}: first row of devices, empty profile`, coldMs, cold),
      atMostMs(`${name}: first row of devices, second load`, warmMs, warm),
    );
  }
  return results;
}
