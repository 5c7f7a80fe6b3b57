import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { api, jumpTo, open, simulateDetection } from './steps.ts';

const table = (page: Page, name: string) => page.getByRole('table', { name });
/** The first cell of each row, once its rows are drawn; the box that ticks a row stands before it. */
async function names(page: Page, name: string) {
  await expect(table(page, name)).toHaveAttribute('aria-busy', 'false');
  return table(page, name).locator('tbody td:nth-child(1 of :not(.MuiTableCell-paddingCheckbox))').allTextContents();
}
const head = (page: Page, name: string) => page.getByRole('columnheader', { name });

async function choose(page: Page, item: string) {
  await page.getByRole('button', { name: 'Columns and density' }).click();
  await page.getByRole('menuitemcheckbox', { name: item }).click();
  await page.keyboard.press('Escape');
}

test('search, filter, sorting and page of the devices survive a reload and Back', async ({ page }) => {
  await open(page, '/groups/managed-devices/devices');
  await page.getByLabel('Search devices').fill('ws-');
  await expect(page).toHaveURL(/q=ws-/);
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Online' }).click();
  await head(page, 'Name').getByRole('button').click();
  await expect(head(page, 'Name')).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText(/^51–100 of [\d,]+ devices$/)).toBeVisible();
  await expect(table(page, 'Devices').locator('tbody tr')).toHaveCount(50);
  const second = await names(page, 'Devices');

  const same = async () => {
    await expect(page.getByText(/^51–100 of [\d,]+ devices$/)).toBeVisible();
    await expect(page.getByLabel('Search devices')).toHaveValue('ws-');
    await expect(page.getByRole('combobox', { name: 'Status' })).toHaveText('Online');
    await expect(head(page, 'Name')).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(() => names(page, 'Devices')).toEqual(second);
  };
  await page.reload();
  await same();
  await table(page, 'Devices')
    .getByRole('button', { name: second[0] ?? '', exact: true })
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await same();
  await page.goBack();
  await expect(page.getByText(/^1–50 of [\d,]+ devices$/)).toBeVisible();
  await expect(page.getByLabel('Search devices')).toHaveValue('ws-');
});

test('on a slow line the words below a list are those of the rows in sight, and the pages go on from where one is', async ({
  page,
}) => {
  await open(page, '/groups/managed-devices/devices?conditions=slow');
  const words = page.getByText(/of [\d,]+ devices$/);
  await expect(words).toHaveText(/^1–50 of/);
  const first = await names(page, 'Devices');
  const next = page.getByRole('button', { name: 'Next page' });
  await next.click();
  await expect(page).toHaveURL(/page=2/);
  expect(await words.textContent()).toMatch(/^1–50 of/);
  expect(await names(page, 'Devices')).toEqual(first);
  await next.click();
  await expect(words).toHaveText(/^101–150 of/);
  expect(await names(page, 'Devices')).not.toEqual(first);
});

test('a page beyond the end leads to the last one', async ({ page }) => {
  await open(page, '/groups/managed-devices/devices?page=400');
  await expect(page.getByText('1,151–1,186 of 1,186 devices')).toBeVisible();
  await expect(table(page, 'Devices').getByRole('row')).toHaveCount(37);
  await expect(page).toHaveURL(/page=24/);
});

test('hidden columns and density survive a reload and can be reset', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await choose(page, 'Operating system');
  await choose(page, 'Dense rows');
  const row = table(page, 'Devices').getByRole('row').nth(1);
  await page.reload();
  await expect(head(page, 'Address')).toBeVisible();
  await expect(head(page, 'Operating system')).toHaveCount(0);
  expect((await row.boundingBox())?.height).toBe(40);

  await page.getByRole('button', { name: 'Columns and density' }).click();
  await page.getByRole('menuitem', { name: 'Reset columns' }).click();
  await expect(head(page, 'Operating system')).toBeVisible();
  expect((await row.boundingBox())?.height).toBe(32);
});

test('rows are one line each and heads stay in sight while a long table scrolls by keys', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, '/groups/berlin/devices');
  await expect(head(page, 'Name')).toBeVisible();
  for (const row of await table(page, 'Devices').locator('tbody tr').all()) {
    expect((await row.boundingBox())?.height).toBe(32);
  }
  const region = page.getByRole('region', { name: 'Devices' });
  await region.focus();
  const before = await head(page, 'Name').boundingBox();
  await page.keyboard.press('End');
  await expect.poll(() => region.evaluate((box) => box.scrollTop)).toBeGreaterThan(200);
  expect((await head(page, 'Name').boundingBox())?.y).toBe(before?.y);
});

test('the file that is saved holds all rows that match, in the order shown, and no formula', async ({ page }) => {
  await open(page, '/groups/berlin/policies?policy=berlin&section=general');
  const window = page.getByRole('dialog');
  await window.getByLabel('Name').fill('=2+5');
  await window.getByRole('button', { name: 'OK', exact: true }).click();
  await expect(window).toBeHidden();

  await page.goto('/groups/berlin/devices?scenario=demo&q=ws&sort=address&order=desc');
  const button = page.getByRole('button', { name: /^Export \d+ as CSV$/ });
  const count = Number(/\d+/.exec(await button.innerText())?.[0]);
  expect(count).toBeGreaterThan(50);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(count + 1);
  const saved = lines.slice(1).map((line) => line.split(',')[0]);
  expect(new Set(saved).size).toBe(count);
  expect(saved.slice(0, 50)).toEqual(await names(page, 'Devices'));
  const decided = lines.filter((line) => line.includes('=2+5'));
  expect(decided.length).toBeGreaterThan(0);
  for (const line of decided) expect(line).toContain(`"'=2+5, not enforced"`);
});

test('policies are searched, filtered and sorted, and a reload keeps it', async ({ page }) => {
  await open(page, '/groups/berlin/policies');
  await head(page, 'Revision').getByRole('button').click();
  await head(page, 'Revision').getByRole('button').click();
  await expect(head(page, 'Revision')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await names(page, 'Policies'))[0]).toBe('Offices baseline');
  await page.getByLabel('Search policies').fill('ber');
  await expect(page.getByText('2 policies')).toBeVisible();
  await page.reload();
  await expect.poll(() => names(page, 'Policies')).toEqual(['Berlin', 'Berlin 2025']);
  await page.getByLabel('Search policies').fill('nothing like it');
  await page.getByRole('button', { name: 'Show all policies' }).click();
  await expect(page.getByText('5 policies')).toBeVisible();
  await expect(page.getByLabel('Search policies')).toHaveValue('');
});

test('Start selected starts exactly what it said, and only what is in sight', async ({ page }) => {
  await open(page, '/groups/berlin/tasks');
  const dialog = await simulateDetection(page, 'BER-WS-0001');
  // Leaving at once would take the request along.
  await expect(dialog.getByText('created an autonomous IOC Scan task')).toBeVisible();
  await page.goto('/groups/berlin/tasks?scenario=demo&task=task-0001&runsState=not-started');
  const task = page.getByRole('dialog', { name: /^Task: / });
  const all = task.getByRole('checkbox', { name: 'Select all on this page' });
  await expect(task.getByText(/^1–25 of \d+ runs$/)).toBeVisible();
  await expect(task.getByRole('checkbox', { name: /^Select [A-Z]/ })).toHaveCount(25);
  const able = await task.getByRole('checkbox', { name: /^Select [A-Z]/, disabled: false }).count();
  await all.check();
  await expect(task.getByRole('button', { name: `Start selected (${String(able)})` })).toBeVisible();

  // Another page, sorting or filter begins with nothing ticked.
  const chosen = task.getByRole('button', { name: /^Start selected/ });
  await task.getByRole('button', { name: 'Next page' }).click();
  await expect(chosen).toHaveCount(0);
  await task.getByRole('button', { name: 'Previous page' }).click();
  await expect(chosen).toHaveCount(0);

  await all.check();
  await task.getByRole('checkbox', { name: 'Select BER-WS-0002' }).uncheck();
  const label = `Start selected (${String(able - 1)})`;
  await task.getByRole('button', { name: label }).click();
  await expect(task.getByText(`Started ${String(able - 1)} runs.`)).toBeVisible();
  await expect(chosen).toHaveCount(0);
  const { body } = await api(page, 'GET', '/tasks/task-0001');
  expect((body as { counts: { running: number } }).counts.running).toBeGreaterThanOrEqual(able - 1);
  const left = await api(page, 'GET', '/tasks/task-0001/runs?search=BER-WS-0002');
  expect(left.body).toMatchObject({ rows: [{ state: 'not-started' }] });
});

test('the table of a task’s runs survives a reload, and a deciding policy opens in the same group', async ({
  page,
}) => {
  await open(page, '/groups/berlin/tasks');
  const dialog = await simulateDetection(page, 'BER-WS-0001');
  // Leaving at once would take the request along.
  await expect(dialog.getByText('created an autonomous IOC Scan task')).toBeVisible();
  await page.goto('/groups/berlin/tasks?scenario=demo&task=task-0001');
  const task = page.getByRole('dialog', { name: /^Task: / });
  await task.getByLabel('Search runs').fill('ber-ws');
  await expect(page).toHaveURL(/runsQ=ber-ws/);
  await task.getByRole('columnheader', { name: 'State' }).getByRole('button').click();
  await task.getByRole('button', { name: 'Next page' }).click();
  await expect(task.getByText(/^26–40 of 40 runs$/)).toBeVisible();
  await page.reload();
  await expect(task.getByText(/^26–40 of 40 runs$/)).toBeVisible();
  await expect(task.getByLabel('Search runs')).toHaveValue('ber-ws');
  await expect(task.getByRole('columnheader', { name: 'State' })).toHaveAttribute('aria-sort', 'ascending');
  await task.getByRole('row').getByRole('button', { name: 'Berlin', exact: true }).first().click();
  await expect(page.getByRole('dialog', { name: 'Properties: Berlin' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/groups/berlin/tasks');
  expect(page.url()).not.toContain('runs');
  await page.goBack();
  await expect(task.getByText(/^26–40 of 40 runs$/)).toBeVisible();
});

for (const width of [1280, 1440]) {
  test(`in a window ${String(width)} pixels wide no cell of the tasks is cut, however many states their runs are in`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 720 });
    await open(page, '/groups/offices/tasks', 'demo');
    await jumpTo(page, '2027-01-12T21:00:00Z');
    const objects = [{ fileName: 'invoice.scr', md5: '0123456789abcdef0123456789abcdef' }];
    for (let i = 0; i < 3; i += 1)
      await api(page, 'POST', '/detections', { body: { deviceId: 'adl-ws-0001', objects } });
    await jumpTo(page, '2027-01-12T21:12:00Z');
    const row = table(page, 'IOC Scan tasks').getByRole('row').nth(1);
    for (const state of ['Waiting for device', 'Waiting', 'Running', 'Completed: no IOC found', 'Completed: IOC found'])
      await expect(row).toContainText(new RegExp(`${state} \\d`));
    const cut = await table(page, 'IOC Scan tasks')
      .locator('td, td *')
      .evaluateAll((parts) =>
        parts
          .filter((part) => part instanceof HTMLElement && part.clientWidth > 1 && part.scrollWidth > part.clientWidth)
          .map((part) => part.textContent),
      );
    expect(cut).toEqual([]);
    const frame = page.getByRole('region', { name: 'IOC Scan tasks' });
    expect(await frame.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });
}
