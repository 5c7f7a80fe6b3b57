import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expecting, test } from './fixtures.ts';
import { additional, api, configure, jumpTo, ok, open, openPolicy, openSection, setInterval } from './steps.ts';

const figures = (page: Page) => page.getByRole('group', { name: 'Figures' });
const figure = (page: Page, label: string) => figures(page).getByRole('button').filter({ hasText: label });
const runs = (page: Page) => page.getByRole('table', { name: 'Runs', exact: true });
const picture = (page: Page) => page.getByRole('slider', { name: 'Starts over time' });
const rowOf = (page: Page, device: string) => runs(page).getByRole('row').filter({ hasText: device });

/** The answer and its runs are those of what is asked now. */
async function settled(page: Page) {
  await expect(runs(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Berlin in the small world: two devices online, one offline, all under 20:00–07:00. */
const berlin = (search: string) => `/groups/berlin/schedule?${search}`;

test.describe('20:00–07:00, read from the figures and the table:', () => {
  test('detected at 19:00, 21:00 and 08:00', async ({ page }) => {
    await open(page, berlin('at=20261124T1800Z'), 'small');
    await expect(figure(page, 'wait for a window')).toContainText('2');
    await expect(figure(page, 'wait for the device')).toContainText('1');
    await expect(rowOf(page, 'BER-WS-0001')).toContainText('Tue 20:00 – Wed 07:00');
    await expect(rowOf(page, 'BER-WS-0003')).toContainText('none: offline');

    await open(page, berlin('at=20261124T2000Z'), 'small');
    await expect(figure(page, 'start at once')).toContainText('2');
    await expect(figure(page, 'first start')).toContainText('Tue 21:00');
    await expect(rowOf(page, 'BER-WS-0001')).toContainText('at once');
    await expect(rowOf(page, 'BER-WS-0001')).toContainText('Tue 24 Nov 21:00');

    await open(page, berlin('at=20261125T0700Z'), 'small');
    await expect(figure(page, 'wait for a window')).toContainText('2');
    await expect(rowOf(page, 'BER-WS-0001')).toContainText('Wed 20:00 – Thu 07:00');
  });

  test('over both clock changes the window keeps its hours, and the picture marks the change', async ({ page }) => {
    await open(page, berlin('at=20270327T1800Z&show=table'), 'small');
    await expect(rowOf(page, 'BER-WS-0001')).toContainText('Sat 20:00 – Sun 07:00');
    const bins = page.getByRole('table', { name: 'Starts over time' });
    await expect(bins.getByRole('row', { name: /Sun 28 Mar 2027 03:00/ })).toBeVisible();
    await expect(bins.getByRole('row', { name: /Sun 28 Mar( 2027)? 02:/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Picture' }).click();
    await expect(picture(page).getByText('Europe/Berlin: 02:00 → 03:00')).toBeVisible();

    await open(page, berlin('at=20271030T1700Z'), 'small');
    await expect(rowOf(page, 'BER-WS-0001')).toContainText('Sat 20:00 – Sun 07:00');
    await expect(picture(page).getByText('Europe/Berlin: 03:00 → 02:00')).toBeVisible();
    const answer = await api(page, 'POST', '/forecast/runs', {
      body: {
        place: { kind: 'group', groupId: 'berlin' },
        detections: { kind: 'at', instants: ['2027-10-30T17:00:00Z'] },
      },
    });
    const { rows } = answer.body as { rows: { window: { opensAt: string; closesAt: string } | null }[] };
    const lasts = rows.flatMap(({ window }) =>
      window ? [Date.parse(window.closesAt) - Date.parse(window.opensAt)] : [],
    );
    expect(lasts).toEqual([12 * 3_600_000, 12 * 3_600_000]);
  });
});

test('without a detection in the address it is asked about the simulated now', async ({ page }) => {
  await open(page, '/groups/berlin/devices', 'small');
  await jumpTo(page, '2027-01-05T19:30:40Z');
  await page.getByRole('tab', { name: 'Schedule' }).click();
  await expect(page.getByRole('button', { name: 'Detection: Tue 5 Jan 20:30' })).toBeVisible();
  await expect(figure(page, 'first start')).toContainText('Tue 20:30');
});

test('a copied link opens the same answer in another browser', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/groups/offices/schedule', 'demo');
  await expect(figure(page, 'median start')).toContainText(/\d\d:\d\d/);
  await page.getByRole('button', { name: 'Another sample' }).click();
  await expect(page).toHaveURL(/sample=\d+/);
  await settled(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/[?&]at=\d{8}T\d{4}Z/);
  expect(link).toMatch(/[?&]first=\d+/);
  const wanted = await figures(page).innerText();
  const rows = await runs(page).innerText();

  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(link);
  await expect(figure(second, 'median start')).toContainText(/\d\d:\d\d/, { timeout: 30_000 });
  await settled(second);
  expect(await figures(second).innerText()).toBe(wanted);
  expect(await runs(second).innerText()).toBe(rows);
  await other.close();
});

test('keys zoom, pan and read the picture; a zoomed part of time is in the address', async ({ page }) => {
  await open(page, '/groups/offices/schedule?at=20261124T1800Z', 'demo');
  await picture(page).focus();
  const read = () => picture(page).getAttribute('aria-valuetext');
  const before = await read();
  await page.keyboard.press('ArrowRight');
  await expect.poll(read).not.toBe(before);
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/view=/);
  const first = page.url();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => page.url()).not.toBe(first);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Zoom out' })).toBeEnabled();
  await picture(page).focus();
  await page.keyboard.press('0');
  await expect(page).not.toHaveURL(/view=/);
});

test('the wheel zooms with Ctrl, and a drag pans', async ({ page }) => {
  await open(page, '/groups/offices/schedule?at=20261124T1800Z', 'demo');
  await picture(page).hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect(page).toHaveURL(/view=/);
  const zoomed = page.url();
  await picture(page).hover();
  await page.mouse.down();
  await page.mouse.move(500, 600, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.url()).not.toBe(zoomed);
});

test('a number leads to its runs, and back', async ({ page }) => {
  await open(page, '/groups/offices/schedule?at=20261124T1800Z', 'demo');
  const button = figure(page, 'wait for the device');
  const count = (await button.innerText()).split('\n')[0] ?? '';
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(new RegExp(`(of |^)${count} runs$`))).toBeVisible();
  await page.getByRole('button', { name: 'Remove the filter: waits for the device' }).click();
  await expect(page.getByText(/of 872 runs$/)).toBeVisible();

  await page.getByRole('button', { name: 'Decided by', exact: true }).first().click();
  const row = page.getByRole('table', { name: 'Runs by decided by' }).getByRole('row').nth(1);
  const runsOfRow = await row.getByRole('cell').nth(1).innerText();
  await row.getByRole('button').click();
  await expect(page.getByText(new RegExp(`(of |^)${runsOfRow} runs$`))).toBeVisible();
});

test('the files hold what the table says', async ({ page }) => {
  await open(page, berlin('at=20261124T1800Z'), 'small');
  const saved = async (press: () => Promise<void>) => {
    const download = page.waitForEvent('download');
    await press();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const csv = await saved(() => page.getByRole('button', { name: 'Export 3 as CSV' }).click());
  for (const cell of [
    'BER-WS-0001,Berlin,Europe/Berlin,waits for a window,2026-11-24T20:00:00+01:00,2026-11-25T07:00:00+01:00,',
    'waits for the device',
    ',Berlin,1,M. Admin,',
  ])
    expect(csv.text).toContain(cell);
  const shown = await rowOf(page, 'BER-WS-0002').getByRole('cell').nth(4).innerText();
  const start = /(\d+) Nov (\d\d:\d\d)$/.exec(shown);
  expect(csv.text).toContain(`,2026-11-${start?.[1] ?? ''}T${start?.[2] ?? ''}:`);

  const choose = (item: string) => async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const ics = await saved(choose('Windows as a calendar'));
  expect(ics.name).toBe('schedule-berlin.ics');
  expect(ics.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  for (const line of [
    'DTSTART:20261124T190000Z',
    'DTEND:20261125T060000Z',
    'SUMMARY:IOC scans of Berlin: 2 devices in Europe/Berlin',
    'TRANSP:TRANSPARENT',
  ])
    expect(ics.text).toContain(line);
  const svg = await saved(choose('Picture as SVG'));
  expect(svg.text).toContain('<svg');
  expect(svg.text).not.toContain('var(--');
  expect(svg.text).toContain('Decided by: Berlin, revision 1, M. Admin, ');
  expect((await saved(choose('Picture as PNG'))).name).toBe('schedule-berlin.png');
});

test('an edit that is not saved is seen beside what holds now, and the window keeps it', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies', 'small');
  const window = await openPolicy(page, 'Baseline');
  await openSection(window, 'Threat Response');
  await expect(additional(window)).toBeVisible();
  const dialog = await configure(page, window);
  await setInterval(dialog, '0100', '0600');
  await ok(dialog);
  const opened = page.waitForEvent('popup');
  await window.getByRole('link', { name: 'Preview in Schedule' }).click();
  const preview = await opened;
  await expect(preview.getByRole('button', { name: 'Settings: draft of Baseline vs now' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(figure(preview, 'runs').first()).toContainText('7 → 7');
  await expect(preview.getByText('starts now, same sample')).toBeVisible();
  await expect(preview.getByRole('group', { name: 'Settings of the table' })).toBeVisible();
  await preview.close();
  await expect(additional(window)).toContainText('01:00–06:00');
  await expect(window.getByRole('button', { name: 'Apply' })).toBeEnabled();
});

test(
  'a question that takes long can be cancelled, and the answer before stays with a mark',
  expecting('409 POST /forecast'),
  async ({ page }) => {
    // 14 million runs: of a smaller question the answer may be there before one can cancel it.
    await open(page, '/groups/managed-devices/schedule?at=20261124T1800Z', 'enterprise');
    await expect(figure(page, 'runs').first()).toContainText('100,000');
    await page.getByRole('button', { name: /^Detection/ }).click();
    await page.getByRole('combobox', { name: 'Threats are detected' }).click();
    await page.getByRole('option', { name: 'In a stream, at a rate' }).click();
    await page.getByLabel('Days').fill('40');
    await page.getByLabel('A day').fill('20');
    await page.getByRole('button', { name: 'Set' }).click();
    await expect(page.getByText('At most 31 days.')).toBeVisible();
    await page.getByLabel('Days').fill('7');
    await page.getByRole('button', { name: 'Set' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('What is shown below answers the question before')).toBeVisible();
    await expect(figure(page, 'runs').first()).toContainText('100,000');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect(page.getByText('What is shown below answers the question before')).toHaveCount(0);
    await expect(page.getByRole('progressbar', { name: 'Working out when scans would start' })).toBeVisible();
  },
);
