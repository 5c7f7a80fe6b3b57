import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export const phone = { width: 400, height: 860 };
export const middle = { width: 1440, height: 900 };

/** The main page at other widths, and what opens over it without an address of its own. */
export const moments: readonly (readonly [name: string, size: typeof middle, act: (page: Page) => Promise<void>])[] = [
  ['devices-390', { width: 390, height: 844 }, () => Promise.resolve()],
  [
    'groups-390',
    { width: 390, height: 844 },
    (page) => page.getByRole('button', { name: 'Groups', exact: true }).click(),
  ],
  ['devices-1920', { width: 1920, height: 1080 }, () => Promise.resolve()],
  ['inventory-menu', middle, (page) => page.getByRole('button', { name: 'Inventory' }).click()],
  ['import-read', middle, readInventory],
  ['import-map', middle, mapInventory],
  ['import-check', middle, checkInventory],
  ['import-check-400', phone, checkInventory],
  ['export-inventory', middle, openExport],
  ['stream', middle, openStream],
  ['stream-400', phone, openStream],
  ['hashed-files-400', phone, hashFiles],
  ['palette', middle, openPalette],
  ['clock', middle, openClock],
  ['keyboard-shortcuts', middle, searched('Keyboard shortcuts')],
  ['display-settings', middle, searched('Display settings')],
  ['session-menu', middle, openSession],
  ['kept-edit', middle, keepAnEdit],
  ['missing-part', middle, takeAPartAway],
  ['missing-part-400', phone, takeAPartAway],
  ['storage-full', middle, fillStorage],
];

async function openClock(page: Page) {
  await page.getByRole('button', { name: /^Simulated time/ }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
}

/** Opens by the search what it calls so. */
function searched(what: string) {
  return async (page: Page) => {
    await page.getByRole('button', { name: /^Search/ }).click();
    await page.getByRole('combobox', { name: 'Search or go to' }).fill(what);
    await page.getByRole('option', { name: what }).click();
    await page.getByRole('dialog', { name: what }).waitFor();
  };
}

async function openSession(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'M. Admin' }).click();
  await page.getByRole('menu').waitFor();
}

/** Leaves a window with an edit that is not saved, as a crash of the tab would, and comes back. */
async function keepAnEdit(page: Page) {
  await page.goto(new URL('/groups/berlin/policies?policy=berlin&section=general', page.url()).href);
  await page.getByLabel('Name', { exact: true }).fill('Berlin by night');
  await page.waitForFunction(() =>
    Object.values(localStorage).some((stored) => String(stored).includes('Berlin by night')),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Restore' }).waitFor();
}

/** Asks for a dialog whose files are gone. */
async function takeAPartAway(page: Page) {
  const files = '**/assets/import-inventory-*.js';
  await page.route(files, (route) => route.fulfill({ status: 404 }));
  await page.goto(new URL('/groups/berlin/devices?dialog=import-inventory', page.url()).href);
  await page.getByRole('alert').filter({ hasText: 'A part of this screen' }).waitFor();
  await page.unroute(files);
}

async function fillStorage(page: Page) {
  await page.goto(new URL('/groups/berlin/devices?conditions=storage-full', page.url()).href);
  await page.getByRole('table').waitFor();
  await page.getByRole('treeitem', { name: 'Laboratory', exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'New subgroup…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Night shift');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.getByText('The storage of this browser is full.').waitFor();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('ber');
  await page
    .getByRole('option', { name: /^Berlin/ })
    .first()
    .waitFor();
}

/** Opens a dialog as its address does, on the page that is there. */
async function inDialog(page: Page, dialog: string): Promise<void> {
  await page.goto(`${page.url().split('?')[0] ?? ''}?dialog=${dialog}`);
  await page.getByRole('dialog').waitFor();
}

/** Chooses the sample with one more column and some errors. */
async function readInventory(page: Page): Promise<void> {
  const [heads = '', ...lines] = readFileSync('public/sample-inventory.csv', 'utf8').split('\n');
  const text = [
    `${heads},Room`,
    ...lines.map((line, i) => (line === '' ? '' : `${line},${String(i)}`)),
    ',Labs,Mars/Olympus,Asleep,,,1',
  ];
  await inDialog(page, 'import-inventory');
  await page
    .getByLabel('Device list')
    .locator('input')
    .setInputFiles({ name: 'fleet-2026.csv', mimeType: 'text/csv', buffer: Buffer.from(text.join('\n')) });
  await page.getByText(/^\d+ rows with 7 columns\.$/).waitFor();
}

async function mapInventory(page: Page): Promise<void> {
  await readInventory(page);
  await page.getByRole('button', { name: 'Next: Map' }).click();
  await page.getByRole('heading', { name: 'What its columns and values mean' }).waitFor();
}

async function checkInventory(page: Page): Promise<void> {
  await mapInventory(page);
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('button', { name: /^Import \d+ valid rows$/ }).waitFor();
}

async function openExport(page: Page): Promise<void> {
  await inDialog(page, 'export-inventory');
  await page.getByRole('button', { name: /^Export \d+ devices$/ }).waitFor();
}

async function openStream(page: Page): Promise<void> {
  await inDialog(page, 'detection');
  await page.getByRole('tab', { name: 'A random stream' }).click();
  await page.getByLabel('Seed').fill('2026');
  await page.getByText(/^20 detections on /).waitFor();
}

async function hashFiles(page: Page): Promise<void> {
  await inDialog(page, 'detection');
  await page
    .getByLabel('Files to hash')
    .locator('input')
    .setInputFiles({ name: 'invoice.scr', mimeType: '', buffer: Buffer.from('abc') });
  await page.getByText('1 object added.').scrollIntoViewIfNeeded();
}
