import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { group, open, openSearch, simulateDetection } from './steps.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search or go to' });
const box = (page: Page) => dialog(page).getByRole('combobox', { name: 'Search or go to' });
const option = (page: Page, name: RegExp) => dialog(page).getByRole('option', { name });

test('Ctrl K, a few letters and Enter lead to a group, on the tab one is on', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies');
  await openSearch(page);
  await page.keyboard.type('kathm');
  await expect(option(page, /^Kathmandu Managed devices/).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/\/groups\/kathmandu\/policies\?/);
  await expect(group(page, 'Kathmandu')).toBeInViewport();
  await expect(group(page, 'Kathmandu')).toHaveAttribute('aria-selected', 'true');
});

test('a device, a policy and a task are found by name and open in their windows', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  const detection = await simulateDetection(page, 'BER-WS-0001');
  await detection.getByRole('button', { name: 'Close' }).click();
  for (const [text, found, window] of [
    ['ber-ws-0007', /^BER-WS-0007 .*Device$/, /^Properties: BER-WS-0007/],
    ['offices base', /^Offices baseline .*Policy$/, /^Properties: Offices baseline/],
    ['ioc scan', /Task$/, /^Task: /],
  ] as const) {
    await openSearch(page);
    await box(page).fill(text);
    await option(page, found).first().click();
    await expect(page.getByRole('dialog', { name: window })).toBeVisible();
    // A place that was left before it was loaded is none where one was.
    await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole('dialog', { name: window })).toBeHidden();
  }
  await openSearch(page);
  await expect(dialog(page).getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveCount(3);
});

test('the arrows choose, round the end, and the box says which is chosen', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await page.getByRole('button', { name: /^Search or go to/ }).click();
  await box(page).fill('theme');
  const active = () =>
    box(page).evaluate(
      (input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.innerText,
    );
  await expect.poll(active).toContain('Theme: light');
  await page.keyboard.press('ArrowUp');
  await expect.poll(active).toContain('Theme: dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('actions do what their buttons do', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  for (const [name, opened] of [
    ['Simulate a detection', 'Simulate a detection'],
    ['Reset demo data', 'Reset demo data?'],
  ] as const) {
    await openSearch(page);
    await box(page).fill(name);
    await option(page, new RegExp(`^${name}`)).click();
    const answer = page.getByRole('dialog', { name: opened });
    await answer.getByRole('button', { name: 'Cancel' }).click();
    await expect(answer).toBeHidden();
  }
});

test('a setting is found by its name and leads to its place in the policy at hand, and in the window that is open', async ({
  page,
}) => {
  await open(page, '/groups/berlin/tasks');
  await openSearch(page);
  await page.keyboard.type('ioc scanning settings');
  const found = dialog(page).getByRole('group', { name: 'Settings' }).getByRole('option');
  await expect(found).toHaveText(/^IOC scanning settingsProperties: Berlin \/ Threat Response \/ AdditionalSetting$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'IOC scanning settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  const window = page.getByRole('dialog', { name: 'Properties: Berlin' });
  await expect(window.getByRole('group', { name: 'Additional' })).toBeFocused();

  // An edit of the open window outlives the way to another of its settings.
  await window.getByRole('switch', { name: 'Under policy' }).last().click();
  await openSearch(page);
  await page.keyboard.type('inherit settings from');
  await expect(found).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(window.getByRole('checkbox', { name: 'Inherit settings from parent policy' })).toBeVisible();
  await expect(window.getByText('Everything is saved')).toBeHidden();

  // A device at hand comes before the policy that its group obeys.
  await page.goto('/groups/berlin/devices?device=ber-ws-0001&scenario=demo');
  await expect(page.getByRole('dialog', { name: 'Properties: BER-WS-0001' })).toBeVisible();
  await openSearch(page);
  await page.keyboard.type('enable detection of legitimate');
  await expect(found).toHaveText([/Properties: BER-WS-0001/, /Properties: Berlin/]);
  await page.keyboard.press('Enter');
  const device = page.getByRole('dialog', { name: 'Properties: BER-WS-0001' });
  await expect(device.getByRole('group', { name: 'Additional' })).toBeFocused();
});

test('a window that comes late stays below the search and the overview of keys, and takes nothing that is typed', async ({
  page,
}) => {
  // The window's device is answered only once the test says so.
  await page.addInitScript(() => {
    const send = globalThis.fetch;
    const answered = new Promise<void>((resolve) => Object.assign(globalThis, { answer: resolve }));
    globalThis.fetch = async (input, init) => {
      if (new Request(input, init).url.endsWith('/devices/ber-ws-0001')) await answered;
      return send(input, init);
    };
  });
  const window = page.getByRole('dialog', { name: 'Properties: BER-WS-0001', includeHidden: true });
  const come = async () => {
    await page.evaluate(() => {
      (Reflect.get(globalThis, 'answer') as () => void)();
    });
    await expect(window.getByText('Simulated status').first()).toBeAttached();
  };
  const openLate = async () => {
    await page.goto('/groups/berlin/devices?device=ber-ws-0001&scenario=demo');
    await expect(page.getByRole('status', { name: 'Loading the device' })).toBeVisible();
  };
  await openLate();
  await openSearch(page);
  await page.keyboard.type('enable dete');
  await come();
  await page.keyboard.type('ction of leg');
  const box = page.getByRole('combobox', { name: 'Search or go to' });
  await expect(box).toHaveValue('enable detection of leg');
  await expect(dialog(page).getByRole('option').first()).toContainText('Properties: BER-WS-0001');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Properties: BER-WS-0001' })).toBeVisible();

  await openLate();
  const overview = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(overview).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await come();
  await expect(overview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(overview).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Properties: BER-WS-0001' })).toBeVisible();
});

test('New policy and the pages are actions, and recent places are those one was at, each to be taken out', async ({
  page,
}) => {
  await open(page, '/groups/berlin/devices');
  await group(page, 'Laboratory').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Laboratory' })).toBeVisible();
  await openSearch(page);
  await page.keyboard.type('new policy');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'New policy in Laboratory' });
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toBeHidden();
  await openSearch(page);
  await page.keyboard.type('audit log');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/audit\?/);

  const recent = dialog(page).getByRole('group', { name: 'Recent' }).getByRole('option');
  await openSearch(page);
  await expect(recent).toHaveText([/^Laboratory/, /^Berlin/]);
  await page.keyboard.press('Delete');
  await expect(recent).toHaveText([/^Berlin/]);
  await expect(dialog(page).getByText('Laboratory is removed from Recent.')).toBeAttached();
  await recent.getByTitle('Remove from Recent').click();
  await expect(recent).toHaveCount(0);
  await expect(dialog(page)).toBeVisible();
});

test('what nothing is named says so, and axe finds nothing in either state', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await openSearch(page);
  for (const text of ['berlin', 'no such thing']) {
    await box(page).fill(text);
    const settled =
      text === 'berlin' ? option(page, /^Berlin Managed/).first() : page.getByText('Nothing is named “no such thing”.');
    await expect(settled).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});
