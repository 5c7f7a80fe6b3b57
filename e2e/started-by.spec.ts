import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { api, jumpTo, open, signIn } from './steps.ts';

const objects = [{ fileName: 'invoice.scr', md5: '0123456789abcdef0123456789abcdef' }];

test('who started a run by hand, and when, is told of one run and of all that match: in the dialog, the picture, the table and the file', async ({
  page,
}) => {
  await open(page, '/groups/managed-devices/tasks', 'small');
  await jumpTo(page, '2027-01-12T12:00:00Z');
  await api(page, 'POST', '/detections', { body: { deviceId: 'ktm-lt-0001', objects } });
  await signIn(page, 'J. Keller');
  await page.getByRole('table', { name: 'IOC Scan tasks' }).getByRole('row').nth(1).getByRole('button').first().click();
  const task = page.getByRole('dialog', { name: /^Task: / });
  await task.getByRole('button', { name: 'Start BER-WS-0001' }).click();
  await expect(task.getByText('Started 1 run.')).toBeVisible();

  await jumpTo(page, '2027-01-12T12:30:00Z');
  await task.getByRole('searchbox', { name: 'Search runs' }).fill('lab');
  await expect(task.getByRole('row')).toHaveCount(3);
  await task.getByRole('checkbox', { name: /^Select all/ }).check();
  await task.getByRole('button', { name: 'Start selected (2)' }).click();
  await expect(task.getByText('Started 2 runs.')).toBeVisible();
  await task.getByRole('searchbox', { name: 'Search runs' }).fill('');
  await expect(task.getByText(/^7 runs/).last()).toBeVisible();

  await expect(
    task.getByText('Started by hand: 1 run by J. Keller at Tue 12 Jan 13:00, 2 runs by J. Keller at Tue 12 Jan 13:30.'),
  ).toBeVisible();
  await expect(task.getByRole('img', { name: 'Runs over time' }).getByText(/^Started by hand: 2 runs/)).toBeAttached();

  const run = task.getByRole('row').filter({ hasText: 'LAB-WS-0002' });
  await expect(run.getByTitle('Started by hand by J. Keller. What decided it?')).toBeVisible();
  await task.getByRole('button', { name: 'Columns and density' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Started by' }).click();
  await page.keyboard.press('Escape');
  await expect(run.getByRole('cell', { name: 'J. Keller', exact: true })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    task.getByRole('button', { name: 'Export 7 as CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toContain('Started by');
  expect(lines.filter((line) => line.includes('J. Keller')).map((line) => line.split(',')[0])).toEqual([
    'BER-WS-0001',
    'LAB-WS-0001',
    'LAB-WS-0002',
  ]);

  await run.getByRole('button', { name: /What decided the start of this run/ }).click();
  const why = page.getByRole('dialog', { name: 'What decided the start of this run?' });
  const last = why.getByRole('listitem').last();
  await expect(last).toContainText('Started by hand by J. Keller (this one counts)');
  await expect(last).toContainText('Tue 12 Jan 13:30');
});
