import type { Page } from '@playwright/test';
import { violationsInUse } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { goTo, open, propertiesWindow } from './steps.ts';

const display = (page: Page) => page.getByRole('dialog', { name: 'Display settings' });

async function fromSessionMenu(page: Page, item: string) {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('what is chosen in Display settings holds at once, is remembered, and goes back by Reset', async ({ page }) => {
  await open(page, '/groups/berlin/policies');
  // Behind the dialog, too.
  const table = page.getByRole('table', { name: 'Policies', includeHidden: true });
  await expect(table.getByRole('row', { name: /^Berlin / }).first()).toContainText('2 Nov 2026, 10:30');
  await fromSessionMenu(page, 'Display settings');
  const choose = (name: string, option: string) =>
    display(page).getByRole('group', { name, exact: true }).getByRole('button', { name: option }).click();
  await choose('Time of day', '8:00 pm');
  await choose('Rows of tables', 'Roomy');
  await choose('Theme', 'Dark');
  await display(page).getByRole('combobox', { name: 'Time zone' }).fill('tokyo');
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click();
  await expect(table.getByText('2 Nov 2026, 6:30 pm', { exact: true }).first()).toBeAttached();
  await expect(page.getByText('Times in Asia/Tokyo')).toBeAttached();
  expect(await violationsInUse(page)).toEqual([]);
  await display(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Columns and density' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Revision' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Dense rows' })).toHaveAttribute('aria-checked', 'false');
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(table.getByText('2 Nov 2026, 6:30 pm', { exact: true }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await fromSessionMenu(page, 'Display settings');
  await expect(display(page).getByText('Chosen in Policies')).toBeVisible();
  for (const name of ['Theme', 'Time of day', 'Time zone', 'Rows of tables', 'Columns of tables']) {
    const reset = display(page).getByRole('button', { name: `Reset ${name}` });
    await reset.click();
    await expect(reset).toHaveAttribute('aria-disabled', 'true');
    await expect(reset).toBeFocused();
  }
  await expect(display(page).getByText('Columns of all tables are as at first.')).toBeAttached();
  await display(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(table.getByRole('columnheader', { name: 'Revision' })).toBeVisible();
  await expect(table.getByText('2 Nov 2026, 10:30', { exact: true }).first()).toBeVisible();
});

test('an edit is not lost when times are shown otherwise, and the first steps go away for good', async ({ page }) => {
  await open(page, `/groups/berlin/policies?policy=berlin&section=general`);
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByLabel('Name').fill('Berlin mine');
  await goTo(page, 'display');
  await display(page).getByRole('button', { name: '8:00 pm' }).click();
  await page.keyboard.press('Escape');
  await expect(display(page)).toBeHidden();
  await expect(window.getByLabel('Name')).toHaveValue('Berlin mine');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  const steps = page.getByRole('region', { name: 'First steps' });
  await steps.getByRole('button', { name: 'Got it' }).click();
  await expect(steps).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('table', { name: 'Policies' })).toBeVisible();
  await expect(steps).toBeHidden();
});
