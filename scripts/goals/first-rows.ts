import type { Browser } from '@playwright/test';
import { freshPage } from './fresh-page.ts';
import { atMost, Figures, type Goal } from './goal.ts';
import { msToFirstRow, watchFirstRow } from './painted.ts';

const rounds = 5;
const fleets = [
  { scenario: 'demo', name: 'demo fleet', first: 'ADL-WS-0001', emptyMs: 1_800, warmMs: 1_000 },
  { scenario: 'enterprise', name: 'Enterprise', first: 'ADL-LT-00001', emptyMs: 4_000, warmMs: 1_500 },
] as const;

/** How soon the first row of devices is there: in a browser that was never here, and when it comes again. */
export async function firstRowGoals(browser: Browser, address: string): Promise<Goal[]> {
  const goals: Goal[] = [];
  for (const { scenario, name, first, emptyMs, warmMs } of fleets) {
    const figures = new Figures();
    for (let round = 0; round < rounds; round += 1) {
      const page = await freshPage(browser);
      await page.addInitScript(watchFirstRow, first);
      for (const load of ['empty', 'warm'])
        figures.add(load, await msToFirstRow(page, `${address}groups/managed-devices/devices?scenario=${scenario}`));
      await page.context().close();
    }
    const how = 'navigation to the paint of the row, by the page’s own clock';
    goals.push(
      atMost(`${name}: first row of devices, empty profile`, {
        most: emptyMs,
        unit: 'ms',
        figures: figures.of('empty'),
        how,
      }),
      atMost(`${name}: first row of devices, second load`, {
        most: warmMs,
        unit: 'ms',
        figures: figures.of('warm'),
        how,
      }),
    );
  }
  return goals;
}
