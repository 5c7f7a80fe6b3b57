import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goTo, open } from './steps.ts';

async function saved(page: Page, press: () => Promise<void>) {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: await readFile(path, 'utf8') };
}

const exportRows = (page: Page) => () => page.getByRole('button', { name: /^Export [\d,]+ as CSV$/ }).click();

test('the list of devices that was saved is imported again and changes nothing', async ({ page }) => {
  await open(page, '/groups/offices/devices?sort=zone&order=desc', 'small');
  const { path } = await saved(page, exportRows(page));
  await page.getByRole('button', { name: 'Inventory' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import inventory' });
  await dialog.locator('input[type=file]').setInputFiles(path);
  await dialog.getByRole('button', { name: 'Next: Map' }).click();
  await dialog.getByRole('button', { name: 'Next: Check' }).click();
  await expect(dialog.getByText(/^0 new devices, 0 updated, 5 unchanged\.$/)).toBeVisible();
  await expect(dialog.getByText('No group is created.')).toBeVisible();
});

test('the separator is chosen once, and every file has it', async ({ page }) => {
  await open(page, '/groups/berlin/devices', 'small');
  expect((await saved(page, exportRows(page))).text).toContain('Name,Status,Group path,Time zone');
  await goTo(page, 'display');
  const settings = page.getByRole('dialog', { name: 'Display settings' });
  await settings.getByRole('button', { name: 'Semicolon', exact: true }).click();
  await settings.getByRole('button', { name: 'Close' }).click();
  expect((await saved(page, exportRows(page))).text).toContain('Name;Status;Group path;Time zone');

  await page.reload();
  await page.getByRole('button', { name: 'Inventory' }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export inventory' });
  const separator = dialog.getByRole('group', { name: 'Separator' });
  await expect(separator.getByRole('button', { name: 'Semicolon', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const write = () => dialog.getByRole('button', { name: /^Export \d+ devices$/ }).click();
  expect((await saved(page, write)).text).toContain('Name;Group path;Time zone;Status');
  await separator.getByRole('button', { name: 'Tab', exact: true }).click();
  const tabs = await saved(page, write);
  expect(tabs.name).toBe('inventory-berlin.tsv');
  expect(tabs.text).toContain('Name\tGroup path\tTime zone\tStatus');
});

test('times in a file are in the zone that its headings name', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies', 'small');
  const { text } = await saved(page, exportRows(page));
  const [heads = '', first = ''] = text.split('\r\n');
  const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(heads).toContain(`Modified (${zone})`);
  expect(first).toMatch(/,2026-11-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d,/);
});

test('where no scan has a window, the calendar says why there is none', async ({ page }) => {
  await open(page, '/groups/berlin/schedule?at=20261124T1800Z&set=critical-areas_manual', 'small');
  await expect(page.getByRole('table', { name: 'Runs', exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Windows as a calendar' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    /^Nothing was saved\. There is no scan window: \d runs have manual start/,
  );
});
