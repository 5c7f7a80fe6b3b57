import { mkdirSync, readFileSync } from 'node:fs';
import { chromium, expect, type Page } from '@playwright/test';
import { ensureBrowser, launchOptions } from './browser.ts';
import { overPages } from '../e2e/over-a-page.ts';
import { buildIfStale, serve } from './built-app.ts';

// Saves a picture of every main screen, light and dark, to shots/; `npm run shots -- conflict` only those so named.
const only = process.argv.slice(2);
const wanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part));
let saved = 0;
const hash = '0123456789abcdef0123456789abcdef';
const screens: readonly (readonly [name: string, path: string])[] = [
  ['devices', '/groups/managed-devices/devices'],
  ['policies', '/groups/berlin/policies'],
  ['tasks', '/groups/berlin/tasks'],
  ['policy-general', '/groups/berlin/policies?policy=berlin'],
  ['policy-threat-response', '/groups/berlin/policies?policy=berlin&section=threat-response'],
  ['policy-locked', '/groups/fra-rack-12/policies?policy=rack-12-tuning&section=threat-response'],
  ['policy-revisions', '/groups/offices/policies?policy=offices-baseline&section=revisions'],
  ['ioc', '/groups/offices/policies?policy=offices-baseline&section=threat-response&dialog=ioc-scanning'],
  ['device-general', '/groups/berlin/devices?device=ber-ws-0001'],
  ['device-threat-response', '/groups/berlin/devices?device=ber-ws-0001&section=threat-response'],
  ['device-tasks', '/groups/berlin/devices?device=ber-ws-0001&section=tasks'],
  ['task', '/groups/berlin/tasks?task=task-0001'],
  ['detection', '/groups/berlin/devices?dialog=detection'],
  ['why-policy', '/groups/fra-rack-12/policies?policy=rack-12-tuning&section=threat-response&why=additional'],
  ['why-device', '/groups/berlin/devices?why=additional&whyDevice=ber-ws-0001'],
  ['devices-of-a-decision', '/groups/managed-devices/devices?decidedBy=device'],
  ['audit', '/audit'],
  ['unknown', '/groups/nowhere/devices'],
  ['crowded-devices', '/groups/managed-devices/devices?scenario=crowded'],
  ['crowded-policies', '/groups/level-1/policies?scenario=crowded'],
  ['crowded-policy', '/groups/level-12/policies?scenario=crowded&policy=level-12&section=threat-response'],
  ['crowded-why', '/groups/level-12/policies?scenario=crowded&policy=level-12&section=threat-response&why=additional'],
  ['empty-devices', '/groups/managed-devices/devices?scenario=empty'],
  ['detections', '/detections'],
  ['schedule', '/groups/managed-devices/schedule?at=20261124T1800Z'],
  ['schedule-draft', '/groups/offices/schedule?at=20261124T1800Z&set=critical-areas_0100-0600&off=8_24&axis=server'],
  ['schedule-clock-change', '/groups/offices/schedule?at=20270327T1800Z&view=20270327T1800Z-20270328T1200Z'],
  ['schedule-stream', '/groups/managed-devices/schedule?stream=20261124T1800Z_7_2'],
  ['empty-schedule', '/groups/managed-devices/schedule?scenario=empty'],
];

const phone = { width: 400, height: 860 };
const middle = { width: 1440, height: 900 };
/** The main page at other widths, and what opens over it without an address of its own. */
const moments: readonly (readonly [name: string, size: typeof middle, act: (page: Page) => Promise<void>])[] = [
  ['devices-390', { width: 390, height: 844 }, () => Promise.resolve()],
  [
    'groups-390',
    { width: 390, height: 844 },
    (page) => page.getByRole('button', { name: 'Groups', exact: true }).click(),
  ],
  ['devices-1920', { width: 1920, height: 1080 }, () => Promise.resolve()],
  ['inventory-menu', middle, (page) => page.getByRole('button', { name: 'Inventory' }).click()],
  ['import-inventory', middle, lookAtInventory],
  ['import-inventory-400', phone, lookAtInventory],
  ['export-inventory', middle, openExport],
  ['stream', middle, openStream],
  ['stream-400', phone, openStream],
  ['hashed-files-400', phone, hashFiles],
  ['palette', middle, openPalette],
  ['clock', middle, openClock],
  ['keyboard-shortcuts', middle, asked('Keyboard shortcuts')],
  ['display-settings', middle, asked('Display settings')],
  ['session-menu', middle, openSession],
  ['kept-edit', middle, keepAnEdit],
  ['storage-full', middle, fillStorage],
];

/** What an Auditor sees: windows that open read-only, and controls that say why they do nothing. */
const readOnly = [
  'policy-general',
  'policy-threat-response',
  'ioc',
  'device-general',
  'device-threat-response',
  'policies',
];

ensureBrowser();
await buildIfStale();
mkdirSync('shots', { recursive: true });
const { address, server } = await serve(0);
const browser = await chromium.launch(launchOptions());
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: middle,
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('tree').waitFor();
  await prepare(page);
  for (const [name, path] of screens) {
    if (!wanted(name)) continue;
    await page.goto(new URL(path, address).href);
    await page.getByRole('treeitem', { includeHidden: true }).first().waitFor();
    const place = /[?&](policy|device|task|dialog|why)=/.test(path) ? 'dialog' : 'main';
    await page.getByRole(place).first().waitFor();
    if (path.includes('/schedule?at')) await page.getByRole('region', { name: 'Runs', exact: true }).waitFor();
    if (path.includes('ioc-scanning')) await page.getByRole('slider').first().waitFor();
    await save(page, `${name}-${colorScheme}`);
  }
  for (const [name, size, act] of moments) {
    if (!wanted(name)) continue;
    await page.setViewportSize(size);
    await page.goto(new URL('/groups/berlin/devices', address).href);
    await page.getByRole('table').waitFor();
    await act(page);
    await save(page, `${name}-${colorScheme}`);
  }
  await page.setViewportSize(middle);
  for (const { name, path, act } of Object.values(overPages).flat()) {
    if (!wanted(name)) continue;
    for (const [size, mark] of [
      [middle, ''],
      [phone, '-400'],
    ] as const) {
      await page.setViewportSize(size);
      await page.goto(new URL(path, address).href);
      await page.getByRole('banner', { includeHidden: true }).waitFor();
      await act(page);
      await page.getByRole('dialog').first().waitFor();
      await save(page, `${name}${mark}-${colorScheme}`);
    }
  }
  await page.setViewportSize(middle);
  await page.evaluate(() => {
    sessionStorage.setItem('vesper.user', 'l-novak');
  });
  for (const [name, path] of screens.filter(([screen]) => readOnly.includes(screen))) {
    if (!wanted(`read-only-${name}`)) continue;
    await page.goto(new URL(path, address).href);
    await page
      .getByText(/your role, Auditor|L\. Novak/i)
      .first()
      .waitFor();
    await save(page, `read-only-${name}-${colorScheme}`);
  }
  await context.close();
}
await browser.close();
await server.close();
console.log(`Saved ${String(saved)} pictures to shots/`);

async function save(page: Page, name: string): Promise<void> {
  await expect(page.locator('[aria-label^="Loading"], .MuiSkeleton-root')).toHaveCount(0);
  await expect(page.getByText('Working out what would change…')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  saved += 1;
  await page.screenshot({ path: `shots/${name.replaceAll(/[ ,]+/g, '-')}.png`, animations: 'disabled' });
}

async function openClock(page: Page) {
  await page.getByRole('button', { name: /^Simulated time/ }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
}

/** Opens what the search calls so. */
function asked(what: string) {
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
  await page.goto(new URL('/groups/berlin/policies?policy=berlin&section=general', address).href);
  await page.getByLabel('Name', { exact: true }).fill('Berlin by night');
  await page.waitForFunction(() =>
    Object.values(localStorage).some((kept) => String(kept).includes('Berlin by night')),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Restore' }).waitFor();
}

async function fillStorage(page: Page) {
  await page.goto(new URL('/groups/berlin/devices?conditions=storage-full', address).href);
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

/** The sample with a column more and some errors, looked at. */
async function lookAtInventory(page: Page): Promise<void> {
  const [heads = '', ...lines] = readFileSync('public/sample-inventory.csv', 'utf8').split('\n');
  const text = [
    `${heads},Room`,
    ...lines.map((line, i) => (line === '' ? '' : `${line},${String(i)}`)),
    ',Labs,Mars/Olympus,Asleep,,,1',
  ];
  await inDialog(page, 'import-inventory');
  await page
    .getByLabel('CSV file')
    .locator('input')
    .setInputFiles({ name: 'fleet-2026.csv', mimeType: 'text/csv', buffer: Buffer.from(text.join('\n')) });
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

/** Two detections: a task of the Berlin group, and one of all offices; and two changes for the audit log. */
async function prepare(page: Page): Promise<void> {
  for (const [deviceId, fileName] of [
    ['lon-ws-0007', 'invoice-2026.scr'],
    ['ber-ws-0001', 'viewer.dll'],
  ] as const) {
    const body = JSON.stringify({ deviceId, objects: [{ fileName, path: 'C:\\Users\\Public', md5: hash }] });
    await page.evaluate(
      (sent) => fetch('/api/v1/detections', { method: 'POST', body: sent }).then(() => undefined),
      body,
    );
  }
  for (const status of ['active', 'inactive']) {
    await page.evaluate(async (sent) => {
      const path = '/api/v1/policies/berlin-2025';
      const etag = (await fetch(path)).headers.get('etag') ?? '';
      await fetch(`${path}/status`, {
        method: 'POST',
        headers: { 'if-match': etag, 'content-type': 'application/json' },
        body: sent,
      });
    }, JSON.stringify({ status }));
  }
}
