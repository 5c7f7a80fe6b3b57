import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expecting, test } from './fixtures.ts';
import { api, group, open } from './steps.ts';

const sample = 'public/sample-inventory.csv';

async function openImport(page: Page, path = '/groups/managed-devices/devices', scenario = 'small') {
  await open(page, path, scenario);
  await page.getByRole('button', { name: 'Inventory' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  return page.getByRole('dialog', { name: 'Import inventory' });
}

/** Drops a file on a place, as a person would from the desktop. */
async function drop(page: Page, label: string, fileName: string, text: string) {
  const data = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], name, { type: 'text/csv' }));
      return transfer;
    },
    [fileName, text] as const,
  );
  const place = page.getByRole('group', { name: label });
  for (const event of ['dragenter', 'dragover', 'drop']) await place.dispatchEvent(event, { dataTransfer: data });
}

const deviceCount = async (page: Page) => {
  const { body } = await api(page, 'GET', '/groups/managed-devices/devices?pageSize=1');
  return (body as { total: number }).total;
};

test('the sample file is looked at, imported with its groups, and taken back', async ({ page }) => {
  const dialog = await openImport(page);
  const link = dialog.getByRole('link', { name: 'A sample file' });
  const address = new URL((await link.getAttribute('href')) ?? '', page.url());
  expect(await (await page.request.get(address.href)).text()).toBe(readFileSync(sample, 'utf8'));

  await dialog.getByLabel('CSV file').locator('input').setInputFiles(sample);
  await expect(dialog.getByText('40 new devices, 0 updated, 0 unchanged.')).toBeVisible();
  await expect(dialog.getByText(/^10 groups are created: Offices\/Porto/)).toBeVisible();
  await expect(
    dialog.getByText('Columns: Name, Group path, Time zone, Status, Operating system, Address.'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 40 valid rows' }).click();
  await expect(dialog.getByText('Inventory imported: 40 devices created and 10 groups created.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(group(page, 'Warehouses')).toBeVisible();
  // Two of the forty are in no administration group.
  expect(await deviceCount(page)).toBe(7 + 38);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone: inventory imported')).toBeVisible();
  await expect(group(page, 'Warehouses')).toHaveCount(0);
  expect(await deviceCount(page)).toBe(7);
});

test('a dropped file tells its errors by line, what it ignores, and imports the valid rows', async ({ page }) => {
  const dialog = await openImport(page);
  await drop(
    page,
    'CSV file',
    'fleet.csv',
    '\ufeffZeitzone;Gerätename;Gruppe;Raum\r\nEurope/Paris;PAR-01;Offices/Paris;1\r\nMars/Olympus;PAR-02;Labs;2\r\nUTC;BER-WS-0001;Labs;3\r\n',
  );
  await expect(dialog.getByText('1 new device, 1 updated (1 moves to another group), 0 unchanged.')).toBeVisible();
  await expect(dialog.getByText('Ignored: “Raum”.')).toBeVisible();
  await expect(dialog.getByText('1 line has errors and is left out.')).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Errors by line' })).toContainText(
    'Line 3, Time zone: Unknown time zone “Mars/Olympus”. Use an IANA id such as Europe/Berlin.',
  );
  await dialog.getByRole('button', { name: 'Import 2 valid rows' }).click();
  await expect(
    dialog.getByText(/1 device created, 1 device updated, 1 group created, and 1 line left out/),
  ).toBeVisible();
});

test(
  'a file that is no CSV says what it is, and one that says nothing usable is refused with a reason',
  expecting('422 POST /inventory/preview'),
  async ({ page }) => {
    const dialog = await openImport(page);
    const input = dialog.getByLabel('CSV file').locator('input');
    const choose = (name: string, buffer: Buffer) => input.setInputFiles({ name, mimeType: 'text/csv', buffer });
    await choose('fleet.csv', Buffer.from('\ufeffName\tZone\n', 'utf16le'));
    await expect(dialog.getByText('fleet.csv cannot be imported. It is text in UTF-16.')).toBeVisible();
    await choose('fleet.xlsx', Buffer.from('PK\u0003\u0004'));
    await expect(dialog.getByText('It is a workbook or an archive, not a CSV file.')).toBeVisible();
    await choose('fleet.csv', Buffer.from('Owner,Room\nA,B\n'));
    await expect(dialog.getByText('No column “Name” was found.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Import/ })).toHaveCount(0);
  },
);

test('what is exported can be imported again and changes nothing', async ({ page }) => {
  await open(page, '/groups/offices/devices', 'small');
  await page.getByRole('button', { name: 'Inventory' }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export inventory' });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Export [\d,]+ devices$/ }).click();
  const path = await (await download).path();
  await expect(dialog.getByText(/^Saved [\d,]+ devices as inventory-offices\.csv\.$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Inventory' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const importing = page.getByRole('dialog', { name: 'Import inventory' });
  await importing.getByLabel('CSV file').locator('input').setInputFiles(path);
  await expect(importing.getByText(/^0 new devices, 0 updated, [\d,]+ unchanged\.$/)).toBeVisible();
  await expect(importing.getByText('No group is created.')).toBeVisible();
});

test('detections are imported from a file, those of the past told by their line', async ({ page }) => {
  await open(page, '/detections', 'small');
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import detections' });
  const md5 = '0123456789abcdef0123456789abcdef';
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await drop(
    page,
    'CSV file',
    'detections.csv',
    `Instant,Device,File,MD5\n${at},BER-WS-0001,a.dll,${md5}\n${at},BER-WS-0001,b.dll,${md5}\n2020-01-01T00:00:00Z,BER-WS-0001,c.dll,${md5}\n`,
  );
  await expect(dialog.getByText(/^1 detection on 1 device: 1 is expected at a later instant/)).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Errors by line' })).toContainText(
    'Line 4, Detected at: This instant has passed',
  );
  await dialog.getByRole('button', { name: 'Import 2 valid rows' }).click();
  await expect(dialog.getByText('1 detection imported. 1 line was left out.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('table', { name: 'Detections' })).toContainText('a.dll, b.dll');
});

test('files are hashed in the browser: several at once, and a large one without freezing the screen', async ({
  page,
}) => {
  await open(page, '/groups/berlin/devices?dialog=detection', 'small');
  const dialog = page.getByRole('dialog', { name: 'Simulate a detection' });
  await expect(dialog.getByText('the files never leave it')).toBeVisible();
  await dialog
    .getByLabel('Files to hash')
    .locator('input')
    .setInputFiles([
      { name: 'empty.bin', mimeType: '', buffer: Buffer.from('') },
      { name: 'abc.txt', mimeType: '', buffer: Buffer.from('abc') },
    ]);
  await expect(dialog.getByText('2 objects added.')).toBeVisible();
  const objects = dialog.getByRole('group', { name: /^Object \d/ });
  await expect(objects.nth(0).getByLabel('MD5')).toHaveValue('d41d8cd98f00b204e9800998ecf8427e');
  await expect(objects.nth(1).getByLabel('File name')).toHaveValue('abc.txt');
  await expect(objects.nth(1).getByLabel('MD5')).toHaveValue('900150983cd24fb0d6963f7d28e17f72');

  // 60 MB that need not be sent through the test: the browser makes them itself.
  const { turns, tookMs } = await page.evaluate(async () => {
    const transfer = new DataTransfer();
    const piece = new Uint8Array(20_000_000);
    transfer.items.add(new File([piece, piece, piece], 'large.iso'));
    const begun = performance.now();
    let turns = 0;
    document
      .querySelector('[aria-label="Files to hash"]')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }));
    while (!document.body.textContent.includes('1 object added.')) {
      await new Promise((done) => setTimeout(done, 10));
      turns += 1;
    }
    return { turns, tookMs: performance.now() - begun };
  });
  noted(`60 MB were hashed in ${tookMs.toFixed(0)} ms, in which the screen had ${String(turns)} turns of its own`);
  // A screen that is frozen has one turn, when all is over. In turns, for a busy machine makes everything longer.
  expect(turns).toBeGreaterThan(8);
  await expect(objects.nth(2).getByLabel('MD5')).toHaveValue(/^[0-9a-f]{32}$/);
});

test('a random stream says what it would be, and then is expected', async ({ page }) => {
  await open(page, '/groups/offices/devices?dialog=detection', 'small');
  const dialog = page.getByRole('dialog', { name: 'Simulate a detection' });
  await dialog.getByRole('tab', { name: 'A random stream' }).click();
  await dialog.getByLabel('Seed').fill('7');
  await dialog.getByLabel('Detections', { exact: true }).fill('1001');
  await dialog.getByLabel('Over the next hours').focus();
  await expect(dialog.getByText('At most 1,000 detections.')).toBeVisible();
  await dialog.getByLabel('Detections', { exact: true }).fill('30');
  await expect(dialog.getByText(/^30 detections on 5 of 5 devices, from /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Expect 30 detections' }).click();
  await expect(dialog.getByText('30 detections are expected.')).toBeVisible();
  const { body } = await api(page, 'GET', '/detections?outcome=expected');
  expect(body).toMatchObject({ total: 30 });
});

/** Keeps a figure in the test's own report. */
const noted = (description: string) => void test.info().annotations.push({ type: 'measured', description });

const aFleet = (devices: number) =>
  `Name,Group path,Time zone,Operating system\n${Array.from(
    { length: devices },
    (_, i) => `FLEET-${String(i)},Sites/Site ${String(i % 200)},Asia/Kathmandu,"Windows, 11"\n`,
  ).join('')}`;

test(
  '190,000 devices are looked at without freezing the screen, and cancelling leaves everything as before',
  expecting('409 POST /inventory/*'),
  async ({ page }, testInfo) => {
    test.setTimeout(120_000);
    const fleet = testInfo.outputPath('fleet.csv');
    writeFileSync(fleet, aFleet(190_000));
    const dialog = await openImport(page);
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(window, { longTasks: seen });
      new PerformanceObserver((list) => {
        seen.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
    });
    const begun = Date.now();
    // By its path: a file that the test itself hands to the page would hold up the page.
    await dialog.getByLabel('CSV file').locator('input').setInputFiles(fleet);
    await expect(dialog.getByText('190,000 new devices, 0 updated, 0 unchanged.')).toBeVisible({ timeout: 60_000 });
    await dialog.getByRole('button', { name: 'Import 190,000 valid rows' }).click();
    await expect(dialog.getByRole('progressbar', { name: 'Importing' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog.getByText('This was cancelled. Nothing was changed.')).toBeVisible({ timeout: 60_000 });
    expect(await deviceCount(page)).toBe(7);
    await expect(dialog.getByRole('button', { name: 'Import 190,000 valid rows' })).toBeVisible();
    const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));
    const tookMs = Date.now() - begun;
    noted(`of ${String(tookMs)} ms the longest task of the screen took ${longest.toFixed(0)}`);
    // No task takes 50 ms on a quiet machine. In shares: one with other things to do makes everything longer.
    expect(longest).toBeLessThan(Math.max(200, tookMs / 8));
  },
);
