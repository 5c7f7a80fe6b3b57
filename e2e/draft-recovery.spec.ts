import type { Page } from '@playwright/test';
import { expect, expecting, test } from './fixtures.ts';
import { savePolicy } from './policy-edits.ts';
import { api, apply, group, lock, open, openSection, propertiesWindow } from './steps.ts';

const place = '/groups/berlin/policies?policy=berlin&section=general';
const storedDraft = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('vesper.draft/')));
const offer = (page: Page) => page.getByRole('status').filter({ hasText: /^Unsaved changes of \d\d:\d\d were kept/ });

/** The tab is gone from one moment to the next, as in a crash; its successor opens the same address. */
async function crashed(page: Page, path = place): Promise<Page> {
  await expect.poll(() => storedDraft(page)).toHaveLength(1);
  const next = await page.context().newPage();
  await page.close();
  await open(next, path);
  return next;
}

test('an edit survives the crash of its tab: it is offered, not applied, and restored at a click', async ({ page }) => {
  await open(page, place);
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByLabel('Name').fill('Berlin typed');
  await openSection(window, 'Threat Response');
  await lock(window).click();
  const next = await crashed(page);
  await expect(offer(next)).toContainText('Name: Berlin → Berlin typed');
  await expect(next.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
  await expect(next.getByLabel('Name')).toHaveValue('Berlin');
  await offer(next).getByRole('button', { name: 'Restore' }).click();
  await expect(next.getByLabel('Name')).toHaveValue('Berlin typed');
  await expect(offer(next)).toHaveCount(0);
  await apply(next.getByRole('dialog'));
  await expect.poll(() => storedDraft(next)).toEqual([]);
  expect((await api(next, 'GET', '/policies/berlin')).body).toMatchObject({
    name: 'Berlin typed',
    settings: { additional: { own: { lock: 'closed' } } },
  });
});

test('a reload in the middle of an edit keeps it too; discarded, it is gone for good', async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await open(page, place);
  await (await propertiesWindow(page, 'Berlin')).getByLabel('Name').fill('Berlin typed');
  // Nothing is waited for: a page that is left keeps what was typed last.
  await page.reload();
  await offer(page).getByRole('button', { name: 'Discard' }).click();
  await expect(offer(page)).toHaveCount(0);
  expect(await storedDraft(page)).toEqual([]);
  await page.reload();
  await expect(page.getByLabel('Name')).toHaveValue('Berlin');
  await expect(offer(page)).toHaveCount(0);
});

// The other save may come before the window has heard of it, and just when it asks what its edit would change.
test(
  'saved meanwhile by somebody else: restoring shows both versions, and nothing is overwritten',
  expecting('412 POST /dry-run'),
  async ({ page }) => {
    await open(page, place);
    await (await propertiesWindow(page, 'Berlin')).getByLabel('Name').fill('Berlin mine');
    await savePolicy(page, 'berlin', (was) => ({ ...was, name: 'Berlin theirs' }), 'j-keller');
    const next = await crashed(page);
    await expect(offer(next)).toContainText('Somebody saved since');
    await offer(next).getByRole('button', { name: 'Restore' }).click();
    await next.getByRole('radiogroup', { name: 'General' }).getByRole('radio', { name: 'Mine' }).check();
    await next.getByRole('button', { name: 'Save merged' }).click();
    await expect(next.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
    expect((await api(next, 'GET', '/policies/berlin')).body).toMatchObject({ name: 'Berlin mine' });
  },
);

test('edits are kept for whoever typed them, and go when they are dropped knowingly', async ({ page }) => {
  await open(page, place);
  await (await propertiesWindow(page, 'Berlin')).getByLabel('Name').fill('Berlin mine');
  await expect.poll(() => storedDraft(page)).toHaveLength(1);
  const other = await page.context().newPage();
  await open(other, '/groups/berlin/policies');
  await other.getByRole('banner').getByRole('button', { name: 'M. Admin' }).click();
  await other.getByRole('menuitemradio', { name: 'J. Keller' }).click();
  await other.goto(`${place}&scenario=demo`);
  await propertiesWindow(other, 'Berlin');
  await expect(offer(other)).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(group(page, 'Berlin')).toBeVisible();
  expect(await storedDraft(page)).toEqual([]);
});

test('the settings of a device are kept as well', async ({ page }) => {
  const path = '/groups/berlin/devices?device=ber-ws-0001&section=threat-response';
  await open(page, path);
  const window = await propertiesWindow(page, 'BER-WS-0001');
  await window.getByRole('button', { name: 'Set on this device' }).first().click();
  const next = await crashed(page, path);
  await expect(offer(next)).toContainText('set on this device');
});

test('a password that is typed is not kept', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies?policy=baseline&section=threat-response');
  const window = await propertiesWindow(page, 'Baseline');
  await lock(window).click();
  await expect.poll(() => storedDraft(page)).toHaveLength(1);
  await window.getByRole('button', { name: 'Check password' }).click();
  await page.getByLabel('Account password', { exact: true }).fill('Correct-Horse-7');
  await page.evaluate(() => globalThis.dispatchEvent(new Event('pagehide')));
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(stored).toContain('vesper.draft/');
  expect(stored).not.toContain('Correct-Horse');
});
