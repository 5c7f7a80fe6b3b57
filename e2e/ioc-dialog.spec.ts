import type { Page } from '@playwright/test';
import { devtoolsOf } from './devtools.ts';
import { expect, test } from './fixtures.ts';
import { api, configure, jumpTo, ok, open, propertiesWindow, setInterval } from './steps.ts';

const dialogOf = '/groups/berlin/policies?policy=berlin&section=threat-response&dialog=ioc-scanning';
const slider = (page: Page, name: string) => page.getByRole('slider', { name: `Task ${name} created` });
const line = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });

/** The dialog with 20:00–07:00 in Berlin, at a simulated instant that stands still. */
async function openInterval(page: Page, instant: string) {
  await open(page, '/groups/berlin/policies');
  await jumpTo(page, instant);
  await open(page, dialogOf);
  await page.getByRole('radio', { name: 'Start within the specified time interval' }).check();
  await expect(slider(page, 'A')).toBeVisible();
}

test('a marker moves by keys and says where it stands in words', async ({ page }) => {
  await openInterval(page, '2027-01-12T18:42:00Z');
  const a = slider(page, 'A');
  await a.focus();
  await page.keyboard.press('ArrowRight');
  await expect(a).toHaveAttribute('aria-valuetext', 'Created Tue 19:15: starts any moment Tue 20:00 – Wed 07:00');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(a).toHaveAttribute('aria-valuetext', 'Created Tue 20:15: starts Tue 20:15');
  await page.keyboard.press('PageUp');
  await expect(line(page, 'A')).toContainText('Tue 23:15');
  await page.keyboard.press('End');
  await expect(line(page, 'A')).toContainText('Thu 18:00');
  await page.keyboard.press('Home');
  await expect(line(page, 'A')).toContainText('created before the window: waits for it');
});

test('a marker is dragged by mouse, and by a finger', async ({ page }) => {
  await openInterval(page, '2027-01-12T18:42:00Z');
  const hour = async () => {
    const [a, b] = [await slider(page, 'A').boundingBox(), await slider(page, 'B').boundingBox()];
    if (!a || !b) throw new Error('the markers are not on the screen');
    return { x: a.x + a.width / 2, y: a.y + a.height / 2, width: (b.x - a.x) / 2 };
  };
  const mouse = await hour();
  await page.mouse.move(mouse.x, mouse.y);
  await page.mouse.down();
  await page.mouse.move(mouse.x + 3 * mouse.width, mouse.y, { steps: 4 });
  await page.mouse.up();
  await expect(line(page, 'A')).toContainText('Tue 22:00');

  const client = await devtoolsOf(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: mouse.y }] });
  const from = mouse.x + 3 * mouse.width;
  await touch('touchStart', from);
  for (const step of [1, 2, 3, 4]) await touch('touchMove', from + step * mouse.width);
  await touch('touchEnd', from);
  await expect(line(page, 'A')).toContainText('Wed 02:00');
});

test('a clock change within the 48 hours stands on the ribbon and below it in words', async ({ page }) => {
  await openInterval(page, '2027-03-27T17:42:00Z');
  await expect(page.getByText('On Sun 28 Mar the clocks go forward: 02:00 becomes 03:00 (UTC+2).')).toBeVisible();
  await expect(page.getByText('20:00 – 07:00 · 10 h')).toBeVisible();
});

test('the ribbon moves on with the clock', async ({ page }) => {
  await openInterval(page, '2027-01-12T18:42:00Z');
  await expect(slider(page, 'A')).toHaveAttribute('aria-valuemin', String(Date.parse('2027-01-12T17:00Z')));
  expect((await api(page, 'POST', '/clock', { body: { command: 'jump', to: '2027-01-12T22:42:00Z' } })).status).toBe(
    200,
  );
  await expect(slider(page, 'A')).toHaveAttribute('aria-valuemin', String(Date.parse('2027-01-12T20:00Z')));
  await expect(line(page, 'A')).toContainText('Wed 19:00');
});

test('manual and immediate start say their sentence and keep the markers', async ({ page }) => {
  await openInterval(page, '2027-01-12T18:42:00Z');
  await page.getByRole('radio', { name: 'Manual start' }).check();
  await expect(page.getByText('No window is observed.')).toBeVisible();
  await expect(line(page, 'A')).toContainText('only when somebody starts it');
  await page.getByRole('radio', { name: /^Immediately/ }).check();
  await expect(page.getByText('Each task starts at the instant it is created.')).toBeVisible();
  await expect(slider(page, 'C')).toHaveAttribute('aria-valuetext', 'Created Wed 08:00: starts Wed 08:00');
});

test('while a time is half typed there is no preview; then it tells the same tasks', async ({ page }) => {
  await openInterval(page, '2027-01-12T18:42:00Z');
  await slider(page, 'A').focus();
  await page.keyboard.press('PageUp');
  const put = (await slider(page, 'A').getAttribute('aria-valuenow')) ?? '';
  const start = page.getByLabel('Start time (hh:mm)');
  await start.fill('2');
  await expect(page.getByText('Enter both times to see when tasks would start.')).toBeVisible();
  await expect(slider(page, 'A')).toBeHidden();
  await start.fill('23:30');
  await expect(line(page, 'A')).toContainText('Tue 23:30');
  await expect(slider(page, 'A')).toHaveAttribute('aria-valuenow', put);
});

test('whoever presses Apply before the dialog’s going is painted saves what OK handed back', async ({ page }) => {
  await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByRole('checkbox', { name: /^Enable detection of legitimate/ }).click();
  const dialog = await configure(page, window);
  await dialog.getByRole('radio', { name: /^Immediately/ }).check();
  await page.evaluate(async () => {
    const button = (name: string) =>
      [...document.querySelectorAll('button')].findLast(({ textContent }) => textContent === name);
    // Nothing is told of a paint.
    const { requestAnimationFrame } = globalThis;
    globalThis.requestAnimationFrame = () => 0;
    button('OK')?.click();
    while (document.querySelector('[aria-labelledby="ioc-title"]'))
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    button('Apply')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await Promise.resolve();
    button('Apply')?.click();
    globalThis.requestAnimationFrame = requestAnimationFrame;
  });
  await expect(window.getByRole('group', { name: 'Additional' })).toContainText(
    'Immediately after Kaspersky Sandbox detects a threat',
  );
  await expect(window.getByText('Everything is saved')).toBeVisible();
});

for (const [start, end, message] of [
  ['24:00', '07:00', 'Enter a time from 00:00 to 23:59'],
  ['20:00', '7:5', 'Enter a time from 00:00 to 23:59'],
  ['', '07:00', 'Enter a time from 00:00 to 23:59'],
  ['20:00', '20:00', 'Start time and end time must differ'],
] as const) {
  test(`a wrong entry: ${start || 'an empty time'} to ${end} is refused at its field`, async ({ page }) => {
    await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
    const dialog = await configure(page, await propertiesWindow(page, 'Berlin'));
    await setInterval(dialog, start, end);
    await ok(dialog);
    await expect(dialog.getByText(message).first()).toBeVisible();
  });
}
