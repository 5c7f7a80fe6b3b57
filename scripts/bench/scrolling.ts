import type { Browser } from '@playwright/test';
import { longestFrameMs } from './longest-frame.ts';
import { freshPage, openDevices } from './pages.ts';
import { atMostMs, type Result } from './result.ts';
import { settled } from './time-to-paint.ts';

const rounds = 3;

/** Scrolls the tree with all of its 5,000 groups expanded. */
export async function scrolling(browser: Browser, address: string): Promise<Result[]> {
  const frames: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await freshPage(browser);
    await openDevices(page, address);
    await page.evaluate(async () => {
      const { groups } = (await (await fetch('/api/v1/groups')).json()) as { groups: { id: string }[] };
      localStorage.setItem('vesper.open-groups', groups.map(({ id }) => id).join(' '));
    });
    await openDevices(page, address);
    await page.getByRole('tree').hover();
    await settled(page);
    frames.push(
      await longestFrameMs(page, async () => {
        for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, 400);
      }),
    );
    await page.context().close();
  }
  return [atMostMs('scroll the tree of 5,000 groups, longest frame', 50, frames)];
}
