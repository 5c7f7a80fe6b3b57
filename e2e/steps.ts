import { expect, type Locator, type Page } from '@playwright/test';

/** The verbs of the console, in the words of its screens. */
const tree = (page: Page) => page.getByRole('tree', { name: 'Administration groups' });
export const group = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true });

/** An address in a data set of its own. */
export const inScenario = (path: string, scenario = 'demo') =>
  `${path}${path.includes('?') ? '&' : '?'}scenario=${scenario}`;

export async function open(page: Page, path = '/', scenario = 'demo') {
  await page.goto(inScenario(path, scenario));
  // Behind an open window the tree is hidden from assistive technology, not from the eye; where it is narrow, in a drawer.
  const root = page.getByRole('treeitem', { name: 'Managed devices', exact: true, includeHidden: true });
  const drawer = page.getByRole('button', { name: 'Groups', exact: true, includeHidden: true });
  await expect(root.or(drawer)).toBeVisible({ timeout: 20_000 });
}

export async function expand(page: Page, name: string) {
  const item = group(page, name);
  if ((await item.getAttribute('aria-expanded')) === 'true') return;
  await item.click();
  await page.keyboard.press('ArrowRight');
  await expect(item).toHaveAttribute('aria-expanded', 'true');
}

export async function selectGroup(page: Page, name: string) {
  await group(page, name).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export async function openPolicy(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name: 'Policies' }).click();
  await page.getByRole('table', { name: 'Policies' }).getByRole('button', { name, exact: true }).click();
  return propertiesWindow(page, name);
}

export async function propertiesWindow(page: Page, name: string): Promise<Locator> {
  const window = page.getByRole('dialog', { name: `Properties: ${name}` });
  await expect(window).toBeVisible();
  return window;
}

export async function openSection(window: Locator, name: string) {
  await window.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click();
}

export const additional = (window: Locator) => window.getByRole('group', { name: 'Additional' });
export const lock = (window: Locator) => additional(window).getByRole('switch', { name: 'Under policy' });

export async function configure(page: Page, window: Locator): Promise<Locator> {
  await additional(window).getByRole('button', { name: 'Configure' }).click();
  const dialog = page.getByRole('dialog', { name: 'IOC scanning settings' });
  await expect(dialog).toBeVisible();
  return dialog;
}

export async function setInterval(dialog: Locator, start: string, end: string) {
  await dialog.getByRole('radio', { name: 'Start within the specified time interval' }).check();
  await dialog.getByLabel('Start time (hh:mm)').fill(start);
  await dialog.getByLabel('End time (hh:mm)').fill(end);
}

export const ok = (window: Locator) => window.getByRole('button', { name: 'OK', exact: true }).click();

export const closeQuestion = (page: Page) => page.getByRole('dialog', { name: 'Close without saving?' });

/** Opens the search by its keys. They come right after the page: whoever was quicker presses them again. */
export async function openSearch(page: Page) {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Search or go to' })).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

/** Opens the search by its keys, and takes the first that it finds. */
export async function goTo(page: Page, what: string) {
  await openSearch(page);
  await page.getByRole('combobox', { name: 'Search or go to' }).fill(what);
  await page.keyboard.press('Enter');
}

/** Presses Tab (Shift+Tab to go back) until the control has the focus, as a person without a mouse would. */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const has = () => control.evaluateAll((found) => found.includes(document.activeElement as never));
  const passed: string[] = [];
  while (!(await has())) {
    if (passed.length >= 60)
      throw new Error(`${key} did not reach ${String(control)}; it passed ${passed.join(' · ')}`);
    await page.keyboard.press(key);
    passed.push(await page.evaluate(() => (document.activeElement?.textContent ?? '').trim().slice(0, 30)));
  }
}

/** Presses an arrow until the tree item has the focus; each press has moved the focus before the next one. */
export async function arrowTo(page: Page, item: Locator, key: 'ArrowDown' | 'ArrowUp' = 'ArrowDown') {
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const wanted = await item.getAttribute('aria-label');
  for (let step = 0; step < 40 && (await focused()) !== wanted; step += 1) {
    const before = await focused();
    await page.keyboard.press(key);
    await expect.poll(focused, { message: `${key} moves on from ${before}` }).not.toBe(before);
  }
  await expect(item).toBeFocused();
}

export async function apply(window: Locator) {
  await window.getByRole('button', { name: 'Apply' }).click();
  await expect(window.getByText('Everything is saved')).toBeVisible();
}

/** The header of a request that a test sends itself: what is answered to it says nothing of the console. */
export const fromTest = 'vesper-test';

/** Sends a request to the backend as the console itself would: once the page stands, for before that nobody answers. */
export async function api(
  page: Page,
  method: string,
  path: string,
  init: { body?: unknown; headers?: Record<string, string> } = {},
) {
  await page.locator('main').first().waitFor({ state: 'attached', timeout: 20_000 });
  return page.evaluate(
    async ([verb, address, body, headers]) => {
      const response = await fetch(`/api/v1${address}`, { method: verb, headers, ...(body === null ? {} : { body }) });
      return { status: response.status, etag: response.headers.get('etag'), body: (await response.json()) as unknown };
    },
    [
      method,
      path,
      init.body === undefined ? null : JSON.stringify(init.body),
      { ...init.headers, [fromTest]: '1' },
    ] as const,
  );
}

/** Lets a tab be somebody's from its first page on. @param user the id */
export const signedInAs = (page: Page, user: string) =>
  page.addInitScript((id) => {
    sessionStorage.setItem('vesper.user', id);
  }, user);

/** Signs somebody else in, in a tab of M. Admin. */
export async function signIn(page: Page, name: string) {
  await page.getByRole('banner').getByRole('button', { name: 'M. Admin' }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await expect(page.getByRole('banner').getByRole('button', { name })).toBeVisible();
}

export async function jumpTo(page: Page, instant: string) {
  await api(page, 'POST', '/clock', { body: { command: 'pause' } });
  const reply = await api(page, 'POST', '/clock', { body: { command: 'jump', to: instant } });
  expect(reply.status).toBe(200);
}

export async function simulateDetection(page: Page, device: string) {
  await page.getByRole('button', { name: 'Simulate a detection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Simulate a detection' });
  await dialog.getByLabel('Device').fill(device);
  await page.getByRole('option', { name: device }).click();
  await dialog.getByLabel('File name').fill('invoice.scr');
  await dialog.getByLabel('MD5').fill('0123456789abcdef0123456789abcdef');
  await dialog.getByRole('button', { name: 'Simulate' }).click();
  return dialog;
}
