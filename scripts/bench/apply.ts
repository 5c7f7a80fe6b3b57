import type { Browser } from '@playwright/test';
import { freshPage, openPolicies } from './pages.ts';
import { atMostMs, type Result } from './result.ts';
import { msToPaint, settled } from './time-to-paint.ts';

const rounds = 3;

/** Opens the policy of the root, changes a setting of 100,000 devices, and applies it. */
export async function apply(browser: Browser, address: string): Promise<Result[]> {
  const opening: number[] = [];
  const applying: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await freshPage(browser);
    const policy = await openPolicies(page, address);
    await settled(page);
    const isOpen = () => document.querySelector<HTMLInputElement>('[role=dialog] input')?.value === 'Baseline';
    opening.push(await msToPaint(page, 'click', isOpen, () => policy.click()));

    const window = page.getByRole('dialog', { name: 'Properties: Baseline' });
    await window.getByRole('button', { name: 'Threat Response' }).click();
    await window.getByRole('group', { name: 'Additional' }).getByRole('switch', { name: 'Under policy' }).click();
    await window
      .getByText(/\d devices/)
      .first()
      .waitFor();
    await settled(page);
    const isSaved = () => document.querySelector('[role=dialog]')?.textContent.includes('Everything is saved') ?? false;
    applying.push(await msToPaint(page, 'click', isSaved, () => window.getByRole('button', { name: 'Apply' }).click()));
    await page.context().close();
  }
  return [
    atMostMs('open a policy', 150, opening),
    atMostMs('Apply a change that affects 100,000 devices', 200, applying),
  ];
}
