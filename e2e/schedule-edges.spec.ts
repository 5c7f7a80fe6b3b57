import type { Page } from '@playwright/test';
import { devtoolsOf } from './devtools.ts';
import { expect, expecting, test } from './fixtures.ts';
import { additional, api, configure, jumpTo, lock, ok, open, openPolicy, openSection, setInterval } from './steps.ts';

const picture = (page: Page) => page.getByRole('slider', { name: 'Starts over time' });
const figures = (page: Page) => page.getByRole('group', { name: 'Figures' });
const runs = (page: Page) => page.getByRole('table', { name: 'Runs', exact: true });

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('two fingers that part zoom the picture around them, and two that close zoom out again', async ({ page }) => {
    await open(page, '/groups/offices/schedule?at=20261124T1800Z', 'demo');
    await expect(runs(page)).toBeVisible({ timeout: 30_000 });
    await picture(page).scrollIntoViewIfNeeded();
    const box = await picture(page).boundingBox();
    if (!box) throw new Error('There is no picture');
    const session = await devtoolsOf(page);
    const [middle, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [-1, 1].map((way, id) => ({ x: middle + (way * apart) / 2, y, id })),
      });
    const pinch = async (from: number, to: number) => {
      await touch('touchStart', from);
      for (let step = 1; step <= 5; step += 1) await touch('touchMove', from + ((to - from) * step) / 5);
      await touch('touchEnd', to);
    };
    const lengthInSight = () => {
      const [from = '', to = ''] = (new URL(page.url()).searchParams.get('view') ?? '').split('-');
      const instant = (text: string) =>
        Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?Z$/, '$1-$2-$3T$4:$5:00Z'));
      return instant(to) - instant(from);
    };
    await pinch(100, 400);
    await expect(page).toHaveURL(/[?&]view=/);
    const near = lengthInSight();
    await expect(page.getByRole('button', { name: 'Zoom out' })).toBeEnabled();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await pinch(400, 200);
    await expect.poll(lengthInSight).toBeGreaterThan(1.5 * near);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await pinch(500, 60);
    await expect(page).not.toHaveURL(/[?&]view=/);
  });
});

test('what is missing for a task here is said over the figures, with the way to where it can be mended', async ({
  page,
}) => {
  await open(page, '/groups/labs/schedule?at=20261124T1800Z', 'small');
  const notice = page.getByRole('alert').filter({ hasText: 'As things are, a detection here creates no task.' });
  await expect(notice).toContainText('No group action is among the selected actions.');
  await notice.getByRole('link', { name: 'Open Labs' }).click();
  await expect(page.getByRole('dialog', { name: 'Properties: Labs' })).toBeVisible();
  await page.goto('/groups/berlin/schedule?at=20261124T1800Z');
  await expect(runs(page)).toBeVisible({ timeout: 30_000 });
  await expect(notice).toHaveCount(0);
  await page.goto('/groups/unassigned-devices/schedule?at=20261124T1800Z');
  await expect(page.getByText('Create a policy in this group, or make one active, in the tab Policies.')).toBeVisible();
});

test(
  'a link to a group, a device or a draft’s policy that is gone says so, and leads on',
  expecting('422 POST /forecast', '404 *'),
  async ({ page }) => {
    await open(page, '/groups/berlin/schedule?at=20261124T1800Z&on=ber-ws-9999', 'small');
    await expect(page.getByRole('alert').filter({ hasText: 'There is no such device.' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove the filter: only the device ber-ws-9999' }).click();
    await expect(figures(page).getByRole('button').first()).toContainText('3');
    await expect(page.getByText('There is no such device.')).toHaveCount(0);

    await page.goto('/groups/managed-devices/policies?policy=berlin-draft&section=general&scenario=small');
    const window = page.getByRole('dialog', { name: 'Properties: Berlin draft' });
    await window.getByLabel('Name').fill('Berlin at night');
    const opened = page.waitForEvent('popup');
    await window.getByRole('link', { name: 'Preview in Schedule' }).click();
    const preview = await opened;
    await expect(preview.getByRole('button', { name: 'Settings: draft of Berlin at night vs now' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(runs(preview)).toBeVisible({ timeout: 30_000 });
    const { etag } = await api(page, 'GET', '/policies/berlin-draft');
    const deleted = await api(page, 'DELETE', '/policies/berlin-draft', { headers: { 'if-match': etag ?? '' } });
    expect(deleted.status).toBe(200);
    await preview.reload();
    await expect(preview.getByRole('alert').filter({ hasText: 'berlin-draft' })).toBeVisible({ timeout: 30_000 });
    await preview.close();

    await page.goto('/groups/nowhere/schedule?at=20261124T1800Z');
    await expect(page.getByText('There is no group “nowhere”.')).toBeVisible();
  },
);

test(
  'what the backend finds fault with is said at its input, which can be mended there',
  expecting('422 POST /forecast'),
  async ({ page }) => {
    await open(page, '/groups/berlin/schedule?at=20260101T0000Z.20280101T0000Z', 'small');
    const chip = page.getByRole('group', { name: 'What if' }).getByRole('button', { name: /^Detection: 2 from/ });
    await expect(chip).toHaveAttribute('aria-invalid', 'true');
    await expect(chip).toHaveAccessibleDescription('At most 366 days apart');
    await expect(page.getByText('The detections lie more than 366 days apart.')).toBeVisible();
    for (const other of ['Settings', 'Offline', 'Scans take', 'Sample'])
      await expect(page.getByRole('button', { name: new RegExp(`^${other}: `) })).not.toHaveAttribute('aria-invalid');
    await chip.click();
    const form = page.getByRole('dialog', { name: 'Detection' });
    await form
      .getByRole('button', { name: /^Remove/ })
      .last()
      .click();
    await form.getByRole('button', { name: 'Set' }).click();
    await expect(page.getByText('At most 366 days apart')).toHaveCount(0);
    await expect(runs(page)).toBeVisible();
  },
);

test('a date of another year than the simulated one says its year, to the eye and to the ear; one of this year does not', async ({
  page,
}) => {
  await open(page, '/groups/berlin/schedule?at=20280105T1800Z', 'small');
  await jumpTo(page, '2027-11-24T12:00:00Z');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Detection: Wed 5 Jan 2028 19:00' })).toBeVisible({ timeout: 30_000 });
  const row = runs(page).getByRole('row').filter({ hasText: 'BER-WS-0001' });
  await expect(row).toContainText(/(Wed 5|Thu 6) Jan 2028 \d\d:\d\d/);
  await expect(row.getByTitle('Wed 5 Jan 2028 20:00 – Thu 6 Jan 2028 07:00')).toBeVisible();
  await expect(picture(page).getByText('Wed 5 Jan 2028', { exact: true })).toBeVisible();
  await expect(
    figures(page)
      .getByText(/^(Wed 5|Thu 6) Jan 2028$/)
      .first(),
  ).toBeVisible();

  await jumpTo(page, '2028-01-02T12:00:00Z');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Detection: Wed 5 Jan 19:00' })).toBeVisible({ timeout: 30_000 });
  await expect(row).toContainText(/(Wed 5|Thu 6) Jan \d\d:\d\d/);
  await expect(picture(page).getByText('Wed 5 Jan', { exact: true })).toBeVisible();
  await expect(picture(page)).toHaveAttribute('aria-valuetext', /Jan 2028 \d\d:\d\d–\d\d:\d\d:/);
});

test('what the table of parts is called changes with its rows, never before', async ({ page }) => {
  await open(page, '/groups/offices/schedule?at=20261124T1800Z', 'demo');
  await expect(page.getByRole('table', { name: 'Runs by time zone' })).toBeVisible();
  // Everything that the table ever is from now on.
  const seen = await page.evaluateHandle(() => {
    const each = new Set<string>();
    const look = () => {
      const table = document.querySelector('table[aria-label^="Runs by"]');
      each.add([table?.ariaLabel, table?.querySelector('th')?.innerText].join(': '));
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    return each;
  });
  await page.getByRole('button', { name: 'Decided by', exact: true }).first().click();
  await expect(page.getByRole('table', { name: 'Runs by decided by' })).not.toHaveAttribute('aria-busy', 'true');
  expect(await seen.evaluate((each) => [...each])).toEqual([
    'Runs by time zone: Time zone',
    'Runs by decided by: Decided by',
  ]);
});

test('Why? beside a row explains the draft; beside a row of what holds now, what is saved', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies', 'small');
  const window = await openPolicy(page, 'Baseline');
  await openSection(window, 'Threat Response');
  const dialog = await configure(page, window);
  await setInterval(dialog, '0100', '0600');
  await ok(dialog);
  await lock(window).check();
  await expect(additional(window)).toContainText('01:00–06:00');
  const opened = page.waitForEvent('popup');
  await window.getByRole('link', { name: 'Preview in Schedule' }).click();
  const preview = await opened;
  await expect(runs(preview)).toBeVisible({ timeout: 30_000 });
  await preview.getByRole('button', { name: 'Why? BER-WS-0001' }).click();
  const why = preview.getByRole('dialog', { name: 'Why? Additional' });
  await expect(why.getByText('01:00–06:00, locked by policy Baseline of group Managed devices.')).toBeVisible();
  await expect(why.getByText('This explains the draft, as it would hold once it is saved.')).toBeVisible();
  const winner = why.getByRole('listitem').filter({ hasText: 'Wins' });
  await expect(winner).toContainText('Draft, not saved');
  await why.getByRole('button', { name: 'Close' }).click();

  await preview.getByRole('group', { name: 'Settings of the table' }).getByRole('button', { name: 'Now' }).click();
  await preview.getByRole('button', { name: 'Why? BER-WS-0001' }).click();
  await expect(why.getByText('20:00–07:00, from policy Berlin, not enforced.')).toBeVisible();
  await expect(why.getByText('Draft, not saved')).toHaveCount(0);
  await expect(why.getByText(/^This explains/)).toHaveCount(0);
});

test('the picture asks for as many bins as it has bars, and draws each as it is', async ({ page }) => {
  const requested = page.waitForRequest((request) => request.url().endsWith('/api/v1/forecast'));
  await open(page, '/groups/offices/schedule?at=20261124T1800Z', 'demo');
  const body = (await requested).postDataJSON() as { most: number; axis: string };
  expect(body).toMatchObject({ axis: 'Europe/Berlin' });
  const width = (await picture(page).boundingBox())?.width ?? 0;
  expect(body.most).toBeLessThanOrEqual(width / 7);
  expect(body.most).toBeGreaterThan(width / 7 - 21);
  const { bins } = (await api(page, 'POST', '/forecast', { body })).body as { bins: { count: number } };
  await expect(picture(page)).toHaveAttribute('aria-valuemax', String(bins.count - 1));
});
