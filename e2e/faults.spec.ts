import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { savePolicy } from './policy-edits.ts';
import { additional, api, group, lock, open, openSection, setInterval } from './steps.ts';

// A storm: of a hundred requests thirty fail, each in the way that the seed says; before they are carried out, or after.
test.use({ faults: true });

const storm = (path: string, seed: number) =>
  `${path}${path.includes('?') ? '&' : '?'}conditions=storm,seed:${String(seed)}`;

/**
 * Does what a person does whose request failed: reads, presses *Retry* where it is offered, or the button again, and goes
 * on once what was wanted is there.
 */
async function untilSeen(page: Page, wanted: Locator, again?: Locator) {
  await expect(async () => {
    if (await wanted.isVisible()) return;
    const retry = page.getByRole('button', { name: 'Retry' }).first();
    if (await retry.isVisible()) await retry.click({ timeout: 1_000 });
    // The click waits for a button that can be pressed, and no longer than a moment for one that a window now covers.
    else if (again && (await again.isVisible())) await again.click({ timeout: 1_000 });
    await expect(wanted).toBeVisible({ timeout: 6_000 });
  }).toPass({ timeout: 90_000 });
}

/** A second tab, in which nothing goes wrong: what it reads is what was done. */
async function calmTab(page: Page, scenario: string): Promise<Page> {
  const calm = await page.context().newPage();
  await open(calm, '/audit', scenario);
  return calm;
}

/** Reads there; the worker that both tabs share may be starting again just then. */
async function readIn<T>(calm: Page, path: string): Promise<T> {
  let body: unknown;
  await expect(async () => {
    const answer = await api(calm, 'GET', path);
    expect(answer.status).toBe(200);
    ({ body } = answer);
  }).toPass({ timeout: 20_000 });
  return body as T;
}

interface Saved {
  readonly name: string;
  readonly revision: number;
}

// With 2 the save fails twice before it is made; with 22 and 23 it is made, and its answer is lost.
for (const seed of [2, 22, 23]) {
  test(`the ten steps in a storm, seed ${String(seed)}: they succeed, and one save is one revision`, async ({
    page,
  }) => {
    await open(page, storm('/groups/berlin/policies', seed));
    const before = await readIn<Saved>(await calmTab(page, 'demo'), '/policies/berlin');
    const row = page.getByRole('table', { name: 'Policies' }).getByRole('button', { name: 'Berlin', exact: true });
    await untilSeen(page, row);
    await row.click();
    const window = page.getByRole('dialog', { name: 'Properties: Berlin' });
    const apply = window.getByRole('button', { name: 'Apply' });
    await untilSeen(page, apply, row);
    await openSection(window, 'Threat Response');
    await additional(window).getByRole('button', { name: 'Configure' }).click();
    const dialog = page.getByRole('dialog', { name: 'IOC scanning settings' });
    await dialog.getByRole('radio', { name: 'File areas on system drives of the device' }).check();
    await setInterval(dialog, '2130', '06:30');
    await dialog.getByRole('button', { name: 'OK', exact: true }).click();
    await lock(window).click();
    await expect(lock(window)).toBeChecked();
    await apply.click();
    await untilSeen(page, window.getByText('Everything is saved'), apply);
    await window.getByRole('button', { name: 'OK', exact: true }).click();
    await expect(window).toBeHidden();
    const after = await readIn<Saved>(await calmTab(page, 'demo'), '/policies/berlin');
    expect(after.revision).toBe(before.revision + 1);
    expect(JSON.stringify(after)).toContain('{"start":"21:30","end":"06:30"}');
  });
}

// With this seed the merged save is made and its answer is lost: what comes next must be no second conflict.
test('the merge of a conflict in a storm: both edits are there in the end, and nothing typed was lost', async ({
  page,
}) => {
  await open(page, storm('/groups/berlin/policies?policy=berlin&section=general', 17));
  const window = page.getByRole('dialog').filter({ hasText: 'Revision history' });
  const name = page.getByLabel('Name', { exact: true });
  await untilSeen(page, name);
  await name.fill('Berlin mine');
  const calm = await calmTab(page, 'demo');
  await expect(() =>
    savePolicy(calm, 'berlin', (was) => ({ ...was, name: 'Berlin theirs', force: true }), 'j-keller'),
  ).toPass();
  const apply = window.getByRole('button', { name: 'Apply' });
  await apply.click();
  const choice = page.getByRole('radiogroup', { name: 'General' });
  await untilSeen(page, choice, apply);
  await expect(name).toHaveValue('Berlin mine');
  await choice.getByRole('radio', { name: 'Mine' }).check();
  const merged = page.getByRole('button', { name: 'Save merged' });
  await merged.click();
  await untilSeen(page, window.getByText('Everything is saved'), apply);
  expect(await readIn<Saved>(calm, '/policies/berlin')).toMatchObject({ name: 'Berlin mine' });
});

// The import is made, and its answer is lost, is an error, or arrives in half.
for (const seed of [4, 20, 23]) {
  test(`an import in a storm, seed ${String(seed)}: it is made once, whatever was lost on the way`, async ({
    page,
  }) => {
    await open(page, storm('/groups/managed-devices/devices?dialog=import-inventory', seed), 'small');
    const dialog = page.getByRole('dialog', { name: 'Import inventory' });
    const choose = () => dialog.getByLabel('Device list').locator('input').setInputFiles('public/sample-inventory.csv');
    const step = (name: string) => dialog.getByRole('button', { name }).click({ timeout: 15_000 });
    const button = dialog.getByRole('button', { name: 'Import 40 valid rows' });
    await expect(async () => {
      await dialog.getByRole('button', { name: 'Read', exact: true }).click();
      await choose();
      await step('Next: Map');
      await step('Next: Check');
      await expect(button).toBeVisible({ timeout: 15_000 });
    }).toPass({ timeout: 60_000 });
    await button.click();
    await untilSeen(page, dialog.getByText('Inventory imported: 40 devices created and 10 groups created.'), button);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await untilSeen(page, group(page, 'Warehouses'));
    const calm = await calmTab(page, 'small');
    const { total } = await readIn<{ total: number }>(calm, '/groups/managed-devices/devices?pageSize=1');
    expect(total).toBe(7 + 38);
    const log = await readIn<{ rows: { action: string }[] }>(calm, '/changes');
    expect(log.rows.map(({ action }) => action)).toEqual(['Inventory imported']);
  });
}

test('where the backend does not come back, what was typed stays, the reason is said, and a later try succeeds', async ({
  page,
}) => {
  await open(page, '/groups/berlin/policies?policy=berlin&section=general');
  const window = page.getByRole('dialog').filter({ hasText: 'Revision history' });
  await window.getByLabel('Name', { exact: true }).fill('Berlin typed');
  await page.getByText('Working out what will change…').waitFor({ state: 'hidden' });
  // From here no save gets through, while the window stays open.
  await page.evaluate(() => {
    const through = globalThis.fetch.bind(globalThis);
    Object.assign(globalThis, {
      back: () => Object.assign(globalThis, { fetch: through }),
      fetch: (...[address, init]: Parameters<typeof fetch>) =>
        init?.method === 'PUT' ? Promise.reject(new TypeError('Failed to fetch')) : through(address, init),
    });
  });
  await window.getByRole('button', { name: 'Apply' }).click();
  await expect(window.getByRole('alert').filter({ hasText: 'Not saved.' })).toContainText('try again');
  await expect(window.getByLabel('Name', { exact: true })).toHaveValue('Berlin typed');
  await page.evaluate('back()');
  await window.getByRole('button', { name: 'Apply' }).click();
  await expect(window.getByText('Everything is saved')).toBeVisible();
});
