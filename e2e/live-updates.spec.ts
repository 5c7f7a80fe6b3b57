import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { api, jumpTo, open, simulateDetection } from './steps.ts';
import { watchDrawing } from './watch-renders.ts';

/** Writes down what the page asks for, and lets the test cut the page off from its backend. */
async function watched(page: Page) {
  await page.addInitScript(() => {
    const send = window.fetch.bind(window);
    const watch = { requested: [] as string[], cut: false };
    Object.assign(window, { watch });
    window.fetch = (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      if (address.includes('/api/v1/')) watch.requested.push(new URL(address, location.href).pathname);
      return watch.cut ? Promise.reject(new TypeError('Failed to fetch')) : send(input, init);
    };
  });
  const read = () => page.evaluate(() => (window as unknown as { watch: { requested: string[] } }).watch.requested);
  return {
    cut: (cut: boolean) =>
      page.evaluate((value) => {
        (window as unknown as { watch: { cut: boolean } }).watch.cut = value;
      }, cut),
    /** What is asked for in the next seconds. */
    async within(seconds: number): Promise<string[]> {
      const before = (await read()).length;
      // Silence is heard only by listening: the time itself is what is tested.
      await page.waitForTimeout(seconds * 1_000);
      return (await read()).slice(before);
    },
  };
}

async function aTask(page: Page) {
  await open(page, '/groups/berlin/tasks');
  await jumpTo(page, '2027-01-12T12:00:00Z');
  const dialog = await simulateDetection(page, 'BER-WS-0001');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('table', { name: 'IOC Scan tasks' }).getByRole('row')).toHaveCount(2);
}

test('an open list asks for one small answer a second, and for itself only when something has changed', async ({
  page,
}) => {
  const requests = await watched(page);
  await aTask(page);
  await page
    .getByRole('table', { name: 'IOC Scan tasks' })
    .getByRole('button', { name: /^IOC Scan/ })
    .click();
  await expect(page.getByRole('dialog', { name: /^Task: / }).getByText(/ runs$/)).toBeVisible();
  // What opened the window has been answered once a whole second brings nothing but the pulse.
  await expect.poll(async () => [...new Set(await requests.within(1.5))]).toEqual(['/api/v1/pulse']);
  const requested = await requests.within(5);
  expect([...new Set(requested)]).toEqual(['/api/v1/pulse']);
  expect(requested.length).toBeLessThanOrEqual(6);

  await api(page, 'POST', '/tasks/task-0001/start', { body: { runs: 'all' } });
  await expect(
    page
      .getByRole('dialog', { name: /^Task: / })
      .getByText('Running', { exact: true })
      .first(),
  ).toBeVisible();

  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  // One that was on its way may still end; after it there is none.
  await expect.poll(() => requests.within(1.5)).toEqual([]);
  expect(await requests.within(3)).toEqual([]);
});

for (const path of [
  '/groups/berlin/devices',
  '/groups/berlin/tasks',
  '/groups/berlin/policies?policy=berlin',
  '/audit',
]) {
  test(`an idle page asks for one small answer a second, and draws nothing anew but the clock: ${path}`, async ({
    page,
  }) => {
    const requests = await watched(page);
    await page.addInitScript(watchDrawing);
    await open(page, path);
    await expect
      .poll(async () => [...new Set(await requests.within(1.5))], { timeout: 20_000 })
      .toEqual(['/api/v1/pulse']);
    await page.evaluate('drawing.begin()');
    const asked = await requests.within(5);
    expect([...new Set(asked)]).toEqual(['/api/v1/pulse']);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThanOrEqual(6);
    // What is counted would be seen: the clock is drawn anew several times.
    expect(await page.evaluate('drawing.ofTheClock')).toBeGreaterThan(5);
    expect(await page.evaluate('[...new Set(drawing.elsewhere)]')).toEqual([]);
  });
}

test('a lost connection is told with the time of the last answer, and Retry brings the list up to date', async ({
  page,
}) => {
  const requests = await watched(page);
  await aTask(page);
  await requests.cut(true);
  const mark = page.getByText(/^As of \d\d:\d\d:\d\d, not updated since\./);
  await expect(mark).toBeVisible();
  await expect(page.getByRole('table', { name: 'IOC Scan tasks' })).toBeVisible();
  // In one step: the page asks again by itself within a second, and then there is nothing left to retry.
  await page.getByRole('button', { name: 'Retry' }).evaluate((button) => {
    (window as unknown as { watch: { cut: boolean } }).watch.cut = false;
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  await expect(mark).toHaveCount(0);
});

test('a whole page that is ticked offers all that match, and starts as many as the button says', async ({ page }) => {
  await aTask(page);
  await page.goto('/groups/berlin/tasks?scenario=demo&task=task-0001&runsQ=ber-ws');
  const task = page.getByRole('dialog', { name: /^Task: / });
  const running = async () => {
    const reply = await api(page, 'GET', '/tasks/task-0001');
    return (reply.body as { counts: { running: number } }).counts.running;
  };
  const before = await running();
  await task.getByRole('checkbox', { name: 'Select all on this page' }).check();
  const { body } = await api(page, 'GET', '/tasks/task-0001/runs?search=ber-ws');
  const { startable } = body as { startable: number };
  expect(startable).toBeGreaterThan(25);
  await task.getByRole('button', { name: `Select all ${String(startable)} that match` }).click();
  await task.getByRole('button', { name: 'Next page' }).click();
  await task.getByRole('button', { name: `Start selected (${String(startable)})` }).click();
  const question = page.getByRole('dialog', { name: `Start ${String(startable)} runs now?` });
  await question.getByRole('button', { name: `Start ${String(startable)} runs` }).click();
  await expect(task.getByText(new RegExp(`^Started ${String(startable)} runs`))).toBeVisible();
  expect((await running()) - before).toBe(startable);
});

test('the row of a task says when it will be removed, and why', async ({ page }) => {
  await aTask(page);
  await expect(
    page.getByRole('cell', { name: /^[A-Z][a-z]{2} \d+ Jan \d\d:\d\d, 7 days after the last start$/ }),
  ).toBeVisible();
});
