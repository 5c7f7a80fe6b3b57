import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { savePolicy } from './policy-edits.ts';
import { api, open, propertiesWindow } from './steps.ts';

const place = '/groups/labs/policies?policy=labs&section=general';
const stored = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('vesper.draft/')));

/** The page sends its saves, and never hears of them: their answers get lost, or do not come at all. */
const loseAnswers = (page: Page, how: 'lost' | 'none') =>
  page.evaluate((kind) => {
    const send = globalThis.fetch.bind(globalThis);
    globalThis.fetch = async (...[address, init]: Parameters<typeof fetch>) => {
      const answer = await send(address, init);
      if (init?.method !== 'PUT') return answer;
      Object.assign(globalThis, { made: true });
      if (kind === 'lost') throw new TypeError('Failed to fetch');
      return new Promise<Response>(() => undefined);
    };
  }, how);

/** Renames the policy and applies it, until the backend has saved it: the page does not know. */
async function savedUnheard(page: Page, name: string) {
  const window = await propertiesWindow(page, 'Labs');
  await window.getByLabel('Name', { exact: true }).fill(name);
  await window.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'made') === true)).toBe(true);
  return window;
}

test.beforeEach(({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
});

test('a save whose answer was lost by a reload is one’s own: it is said to be saved', async ({ page }) => {
  await open(page, place, 'small');
  await loseAnswers(page, 'none');
  await savedUnheard(page, 'Labs mine');
  await page.reload();
  const text = page.getByRole('status').filter({ hasText: /^Your changes of \d\d:\d\d were saved as revision 2\.$/ });
  await expect(text).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Labs mine');
  await expect(page.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
  await expect(page.getByText(/Somebody saved|in another tab|were kept/)).toHaveCount(0);
  expect(await stored(page)).toEqual([]);
  await text.getByRole('button', { name: 'Close' }).click();
  await expect(text).toHaveCount(0);
});

test('the same where somebody else saved after it: both are told apart', async ({ page }) => {
  await open(page, place, 'small');
  await loseAnswers(page, 'none');
  await savedUnheard(page, 'Labs mine');
  const other = await page.context().newPage();
  await open(other, '/audit', 'small');
  await savePolicy(other, 'labs', (was) => ({ ...was, name: 'Labs theirs' }), 'j-keller');
  await page.reload();
  await expect(page.getByText(/^Your changes of \d\d:\d\d were saved as revision 2\.$/)).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Labs theirs');
  expect(await stored(page)).toEqual([]);
});

test('what was typed after it is offered, on the revision that it became', async ({ page }) => {
  await open(page, place, 'small');
  await loseAnswers(page, 'none');
  const window = await savedUnheard(page, 'Labs mine');
  await window.getByLabel('Name', { exact: true }).fill('Labs and more');
  await page.reload();
  const offer = page.getByRole('status').filter({ hasText: /^Unsaved changes of \d\d:\d\d were kept/ });
  await expect(offer).toContainText('Name: Labs mine → Labs and more');
  await expect(offer).not.toContainText('Somebody saved since');
  await offer.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
  expect((await api(page, 'GET', '/policies/labs')).body).toMatchObject({ name: 'Labs and more', revision: 3 });
});

test('a save that never reached the backend is offered as before', async ({ page }) => {
  await open(page, place, 'small');
  await page.evaluate(() => {
    const send = globalThis.fetch.bind(globalThis);
    globalThis.fetch = (...[address, init]: Parameters<typeof fetch>) => {
      if (init?.method !== 'PUT') return send(address, init);
      Object.assign(globalThis, { made: true });
      return new Promise<Response>(() => undefined);
    };
  });
  await savedUnheard(page, 'Labs mine');
  await page.reload();
  const offer = page.getByRole('status').filter({ hasText: /^Unsaved changes of \d\d:\d\d were kept/ });
  await expect(offer).toContainText('Name: Labs → Labs mine');
});

test('without a reload, a save whose every answer was lost turns out to be made: nobody else is blamed', async ({
  page,
}) => {
  await open(page, place, 'small');
  await loseAnswers(page, 'lost');
  await savedUnheard(page, 'Labs mine');
  await expect(page.getByRole('dialog').getByText('Everything is saved')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/Somebody saved|in another tab|Not saved|Review before/)).toHaveCount(0);
  expect((await api(page, 'GET', '/policies/labs')).body).toMatchObject({ name: 'Labs mine', revision: 2 });
  await expect.poll(() => stored(page)).toEqual([]);
});
