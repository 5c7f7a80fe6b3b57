import type { Page } from '@playwright/test';
import { bothDrawn, expect, expecting, test } from './fixtures.ts';
import { deletePolicy, savePolicy } from './policy-edits.ts';
import { api, apply, lock, open, openSection, propertiesWindow, signIn } from './steps.ts';

test.use(bothDrawn);

/** A save that runs into another one is refused, and so may the preview of what it would change. */
const ranInto = expecting('412 PUT /policies/berlin', '412 POST /dry-run');

const place = '/groups/berlin/policies?policy=berlin&section=general';

/** The policy Berlin open in two tabs: here M. Admin, there J. Keller. */
async function twoAdministrators(page: Page) {
  const other = await page.context().newPage();
  await open(page, place);
  await open(other, '/groups/berlin/policies');
  await signIn(other, 'J. Keller');
  await other.goto(`${place}&scenario=demo`);
  return { mine: await propertiesWindow(page, 'Berlin'), theirs: await propertiesWindow(other, 'Berlin'), other };
}

test(
  'two administrators edit different groups of settings: merged by itself, and both are there',
  ranInto,
  async ({ page }) => {
    const { mine, theirs, other } = await twoAdministrators(page);
    await openSection(mine, 'Threat Response');
    await lock(mine).click();
    await theirs.getByLabel('Name').fill('Berlin theirs');
    await apply(other.getByRole('dialog'));

    await mine.getByRole('button', { name: 'Apply' }).click();
    await expect(mine.getByText(/^J\. Keller saved revision 3 meanwhile/)).toBeVisible();
    await expect(mine.getByText('General is merged by itself: theirs')).toContainText('Name: Berlin → Berlin theirs');
    await expect(mine.getByRole('radiogroup')).toHaveCount(0);
    await mine.getByRole('button', { name: 'Save merged' }).click();
    await expect(page.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
    expect((await api(page, 'GET', '/policies/berlin')).body).toMatchObject({
      name: 'Berlin theirs',
      revision: 4,
      settings: { additional: { own: { lock: 'closed' } } },
    });
  },
);

for (const [side, stored] of [
  ['Theirs', 'Berlin theirs'],
  ['Mine', 'Berlin mine'],
] as const) {
  test(`two administrators edit the same group of settings: ${side} can be chosen`, ranInto, async ({ page }) => {
    const { mine, theirs, other } = await twoAdministrators(page);
    await mine.getByLabel('Name').fill('Berlin mine');
    await openSection(mine, 'Threat Response');
    await lock(mine).click();
    await theirs.getByLabel('Name').fill('Berlin theirs');
    await apply(other.getByRole('dialog'));

    await mine.getByRole('button', { name: 'Apply' }).click();
    await expect(mine.getByRole('row', { name: 'Name Berlin Berlin theirs Berlin mine' })).toBeVisible();
    await expect(mine.getByRole('button', { name: 'Save merged' })).toBeDisabled();
    await expect(mine.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await mine.getByRole('radiogroup', { name: 'General' }).getByRole('radio', { name: side }).check();
    await mine.getByRole('button', { name: 'Save merged' }).click();
    await expect(page.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
    const saved = (await api(page, 'GET', '/policies/berlin')).body;
    expect(saved).toMatchObject({ name: stored, settings: { additional: { own: { lock: 'closed' } } } });
  });
}

test('saved again while the choice is open: the panel comes again with the new version', ranInto, async ({ page }) => {
  const { mine, theirs, other } = await twoAdministrators(page);
  await mine.getByLabel('Name').fill('Berlin mine');
  await theirs.getByLabel('Name').fill('Berlin theirs');
  await apply(other.getByRole('dialog'));
  await mine.getByRole('button', { name: 'Apply' }).click();
  await mine.getByRole('radio', { name: 'Mine' }).check();
  await other.getByRole('dialog').getByLabel('Name').fill('Berlin anew');
  await apply(other.getByRole('dialog'));
  const save = page.getByRole('button', { name: 'Save merged' });
  await save.click();
  await expect(page.getByRole('row', { name: 'Name Berlin theirs Berlin anew Berlin mine' })).toBeVisible();
  await expect(save).toBeDisabled();
  await page.getByRole('radio', { name: 'Mine' }).check();
  await save.click();
  await expect(page.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
  expect((await api(page, 'GET', '/policies/berlin')).body).toMatchObject({ name: 'Berlin mine', revision: 5 });
});

test('when somebody saved meanwhile, nothing is overwritten and nothing typed is lost', ranInto, async ({ page }) => {
  await open(page, '/groups/berlin/policies?policy=berlin&section=general');
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByLabel('Name').fill('Berlin mine');
  await savePolicy(page, 'berlin', (was) => ({ ...was, name: 'Berlin theirs' }));
  await window.getByRole('button', { name: 'Apply' }).click();
  await expect(window.getByRole('row', { name: 'Name Berlin Berlin theirs Berlin mine' })).toBeVisible();
  await expect(window.getByLabel('Name')).toHaveValue('Berlin mine');
  await window.getByRole('radiogroup', { name: 'General' }).getByRole('radio', { name: 'Mine' }).check();
  await window.getByRole('button', { name: 'Save merged' }).click();
  await expect(window.getByText('Everything is saved')).toBeVisible();
  expect((await api(page, 'GET', '/policies/berlin')).body).toMatchObject({ name: 'Berlin mine', revision: 4 });
});

test(
  'a policy that was deleted meanwhile says so, and the edits stay readable',
  expecting('404 * /policies/berlin-2025*', '404 POST /dry-run'),
  async ({ page }) => {
    await open(page, '/groups/berlin/policies?policy=berlin-2025&section=general');
    const window = await propertiesWindow(page, 'Berlin 2025');
    await window.getByLabel('Name').fill('Berlin mine');
    await deletePolicy(page, 'berlin-2025');
    await window.getByRole('button', { name: 'Apply' }).click();
    const notice = window.getByRole('alert').filter({ hasText: 'This policy was deleted meanwhile' });
    await expect(notice).toContainText('Name: Berlin 2025 → Berlin mine');
    await expect(window.getByLabel('Name')).toHaveValue('Berlin mine');
  },
);
