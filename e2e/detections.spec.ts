import { expect, test } from './fixtures.ts';
import { aStart, between, savePolicy, withGroup } from './policy-edits.ts';
import { api, jumpTo, open, simulateDetection } from './steps.ts';

interface Runs {
  readonly rows: readonly { readonly start: string; readonly because: string; readonly state: string }[];
}

/** The run of BER-WS-0001 in the task of a given number. */
async function runOf(page: Parameters<typeof api>[0], task: string) {
  const { body } = await api(page, 'GET', `/tasks/${task}/runs?search=BER-WS-0001`);
  const run = (body as Runs).rows[0];
  if (!run) throw new Error(`no run in ${task}`);
  return run;
}

test('20:00–07:00: created 19:00 waits for the window, 21:00 starts at once, 08:00 waits for the next', async ({
  page,
}) => {
  await open(page, '/groups/berlin/tasks');
  await savePolicy(
    page,
    'berlin',
    withGroup('additional', { lock: 'closed', value: aStart(between('20:00', '07:00')) }),
  );

  const detectAt = async (instant: string) => {
    await jumpTo(page, instant);
    await expect(page.getByRole('button', { name: /^Simulated time/ })).toContainText('paused');
    const dialog = await simulateDetection(page, 'BER-WS-0001');
    await expect(dialog.getByText('created an autonomous IOC Scan task')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  };
  // Berlin keeps winter time (UTC+1) on these days.
  await detectAt('2027-01-12T18:00:00Z');
  const evening = await runOf(page, 'task-0001');
  expect(evening).toMatchObject({ because: 'outside-window', state: 'waiting' });
  expect(evening.start >= '2027-01-12T19:00:00.000Z' && evening.start < '2027-01-13T06:00:00.000Z').toBe(true);

  await detectAt('2027-01-12T20:00:00Z');
  expect(await runOf(page, 'task-0002')).toMatchObject({ start: '2027-01-12T20:00:00.000Z', state: 'running' });

  await detectAt('2027-01-13T07:00:00Z');
  const morning = await runOf(page, 'task-0003');
  expect(morning).toMatchObject({ because: 'outside-window', state: 'waiting' });
  expect(morning.start >= '2027-01-13T19:00:00.000Z' && morning.start < '2027-01-14T06:00:00.000Z').toBe(true);

  await jumpTo(page, '2027-01-14T07:00:00Z');
  for (const task of ['task-0001', 'task-0002', 'task-0003']) {
    expect(await runOf(page, task)).toMatchObject({ state: 'completed-found' });
  }
  await expect(page.getByRole('table', { name: 'IOC Scan tasks' }).getByRole('row')).toHaveCount(4);
});

test('manual start: runs stay Not started until one, then all, are started by hand', async ({ page }) => {
  await open(page, '/groups/berlin/tasks');
  const dialog = await simulateDetection(page, 'BER-WS-0001');
  await dialog.getByRole('button', { name: 'Open the task' }).click();
  const task = page.getByRole('dialog', { name: /^Task: / });
  await expect(task.getByRole('button', { name: /^Not started/ })).toBeVisible();
  await task.getByRole('button', { name: 'Start BER-WS-0001' }).click();
  await expect(task.getByText('Started 1 run.')).toBeVisible();
  await expect(task.getByRole('row').filter({ hasText: 'BER-WS-0001' })).toContainText('Running');
  await task.getByRole('button', { name: /^Start all/ }).click();
  const question = page.getByRole('dialog', { name: /^Start \d+ runs now\?$/ });
  await question.getByRole('button', { name: /^Start \d+ runs$/ }).click();
  await expect(task.getByText(/^Started \d+ runs\./)).toBeVisible();
  await task.getByRole('button', { name: 'View IOC file' }).click();
  await expect(task.getByLabel('IOC file')).toContainText('FileItem/Md5sum');
});

test('a detection that creates no task says what was missing', async ({ page }) => {
  await open(page, '/groups/managed-devices/tasks', 'empty');
  await expect(page.getByText('No IOC Scan tasks in this group')).toBeVisible();
  await open(page, '/groups/labs/tasks', 'small');
  const dialog = await simulateDetection(page, 'LAB-WS-0001');
  await expect(dialog.getByText('No group action is among the selected actions.')).toBeVisible();
});

test('a detection at a later instant is refused when it has passed, and says that it lies ahead', async ({ page }) => {
  await open(page, '/groups/berlin/tasks');
  await jumpTo(page, '2027-01-12T18:00:00Z');
  await page.getByRole('button', { name: 'Simulate a detection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Simulate a detection' });
  // A device of another group, found from the group one is in.
  await dialog.getByLabel('Device').fill('TYO-WS-0001');
  await page.getByRole('option', { name: 'TYO-WS-0001' }).click();
  await dialog.getByLabel('When').click();
  await page.getByRole('option', { name: 'At a later instant' }).click();
  await dialog.getByLabel(/^Detected at \(Europe\/Berlin\)/).fill('2027-01-12T18:59');
  await dialog.getByLabel('Paste objects').fill('invoice.scr 0123456789abcdef0123456789abcdef\nnonsense');
  await dialog.getByRole('button', { name: 'Add these lines' }).click();
  await expect(dialog.getByText('1 object added. 1 line without an MD5 hash skipped.')).toBeVisible();
  await expect(dialog.getByLabel('File name')).toHaveValue('invoice.scr');
  await dialog.getByRole('button', { name: 'Simulate' }).click();
  await expect(dialog.getByText('This has passed: in Europe/Berlin it is Tue 12 Jan 19:00')).toBeVisible();
  await dialog.getByLabel(/^Detected at/).fill('2027-01-12T21:00');
  await expect(dialog.getByText('On TYO-WS-0001 that is Wed 13 Jan 05:00: Asia/Tokyo, UTC+9.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Simulate' }).click();
  await expect(dialog.getByText('lies ahead: it is carried out at Tue 12 Jan 21:00 (Europe/Berlin)')).toBeVisible();
});

test('hashes are pasted as tools print them, and what holds another hash stays in the box', async ({ page }) => {
  await open(page, '/groups/berlin/tasks?dialog=detection');
  const dialog = page.getByRole('dialog', { name: 'Simulate a detection' });
  const sha1 = '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8';
  const box = dialog.getByLabel('Paste objects');
  await box.fill(
    [
      'MD5 hash of C:\\Temp\\a b.exe:',
      '0c c1 75 b9 c0 f1 b6 a8 31 c3 99 e2 69 77 26 61',
      'CertUtil: -hashfile command completed successfully.',
      '92eb5ffee6ae2fec3ad71c777531578f *b.dll',
      'MD5 (c.scr) = 4a8a08f09d37b73795649038408b5f33',
      `${sha1}  d.exe`,
    ].join('\n'),
  );
  await dialog.getByRole('button', { name: 'Add these lines' }).click();
  const words = '3 objects added. 1 line without an MD5 hash skipped. 1 line not read, left in the box.';
  await expect(dialog.getByText(words)).toBeVisible();
  await expect(box).toHaveValue(`${sha1}  d.exe`);
  await expect(dialog.getByText('Line 1 holds a SHA hash; an MD5 hash of 32 digits is needed.')).toBeVisible();
  const first = dialog.getByRole('group', { name: 'Object 1' });
  await expect(first.getByLabel('File name')).toHaveValue('a b.exe');
  await expect(first.getByLabel('Path')).toHaveValue('C:\\Temp');
  await expect(first.getByLabel('MD5')).toHaveValue('0cc175b9c0f1b6a831c399e269772661');
  await expect(dialog.getByRole('group', { name: 'Object 3' }).getByLabel('File name')).toHaveValue('c.scr');
  await box.fill('nothing here');
  await dialog.getByRole('button', { name: 'Add these lines' }).click();
  await expect(dialog.getByText('No MD5 hash of 32 hexadecimal digits was found.')).toBeVisible();
  await expect(box).toHaveValue('nothing here');
});

test('a list of detections in UTF-16, by tabs, with instants without seconds, is imported', async ({ page }) => {
  await open(page, '/detections?dialog=import-detections', 'small');
  const dialog = page.getByRole('dialog', { name: 'Import detections' });
  const text = [
    'Detections of the last week',
    '',
    'Event time\tHostname\tObject path\tHashes',
    '2099-11-24 18:00+01:00\tBER-WS-0001\tC:\\Temp\\größe.exe\tMD5=0cc175b9c0f1b6a831c399e269772661',
  ].join('\r\n');
  const buffer = Buffer.from(`\uFEFF${text}\r\n`, 'utf16le');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer });
  await expect(dialog.getByText(/^1 detection on 1 device: 1 is expected at a later instant/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 1 valid row' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('table', { name: 'Detections' })).toContainText('größe.exe');
});
