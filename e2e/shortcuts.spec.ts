import type { Page } from '@playwright/test';
import { violationsInUse } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { api, configure, group, lock, open, propertiesWindow } from './steps.ts';

const overview = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('shortcuts go where they say, leave text and lists alone, and can be switched off', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await expect(page.getByRole('table', { name: 'Devices' })).toBeVisible();
  // The keys listen once the page stands: until then the first press may come too early.
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(overview(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  const here = overview(page).getByRole('region', { name: 'Here' });
  await expect(here.getByText('Search this list')).toBeVisible();
  await expect(
    overview(page)
      .getByRole('region', { name: 'Elsewhere' })
      .getByText(/^Apply/),
  ).toBeVisible();
  expect(await violationsInUse(page)).toEqual([]);
  // What lies under a dialog is out of reach.
  await page.keyboard.type('gp');
  await page.keyboard.press('Escape');
  await expect(overview(page)).toBeHidden();
  await expect(page).toHaveURL(/\/berlin\/devices/);

  await page.keyboard.type('gp');
  await expect(page.getByRole('table', { name: 'Policies' })).toBeVisible();
  await page.keyboard.type('/');
  const search = page.getByPlaceholder('Search policies');
  await expect(search).toBeFocused();
  await page.keyboard.type('gd?');
  await expect(search).toHaveValue('gd?');
  await expect(overview(page)).toBeHidden();
  await search.fill('');
  await search.blur();
  // In the tree letters lead to a name, and the sign still opens the overview.
  await page.keyboard.type('gg');
  await expect(group(page, 'Berlin')).toBeFocused();
  await page.keyboard.type('lo');
  await expect(group(page, 'London')).toBeFocused();
  await page.keyboard.press('?');
  await expect(overview(page)).toBeVisible();

  await overview(page).getByRole('switch', { name: 'Shortcuts without Ctrl or ⌘' }).click();
  await page.keyboard.press('Escape');
  await expect(group(page, 'London')).toBeFocused();
  await page.getByRole('main').focus();
  await page.keyboard.type('?ga');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or go to' })).toBeFocused();
  await expect(overview(page)).toBeHidden();
  await expect(page).toHaveURL(/\/berlin\/policies/);
});

test('Ctrl Enter applies in a window, and not in a dialog over it', async ({ page }) => {
  await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
  const window = await propertiesWindow(page, 'Berlin');
  await lock(window).click();
  const dialog = await configure(page, window);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(window.getByText('Everything is saved')).toBeHidden();
  await expect(window.getByRole('button', { name: 'Apply' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(window.getByText('Everything is saved')).toBeVisible();
  expect(JSON.stringify((await api(page, 'GET', '/policies/berlin')).body)).toContain('"revision":3');
});
