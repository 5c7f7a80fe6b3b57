import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { api, group, open } from './steps.ts';

test.use({ faults: true });

const mark = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('button', { name: `Conditions: ${name}` });

async function openConditions(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'M. Admin' }).click();
  await page.getByRole('menuitem', { name: 'Conditions…' }).click();
  const panel = page.getByRole('dialog', { name: 'Conditions' });
  await expect(panel).toBeVisible();
  return panel;
}

test('conditions are set in a panel, are marked in the top bar while they are not good, and go at one click', async ({
  page,
}) => {
  await open(page, '/', 'small');
  await expect(page.getByRole('button', { name: /^Conditions/ })).toHaveCount(0);
  const panel = await openConditions(page);
  await panel.getByRole('radio', { name: 'Slow line' }).check();
  await panel.getByLabel('Seed').fill('7');
  await panel.getByLabel('Connection lost').fill('101');
  await expect(panel.getByText('At most 100 %.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await panel.getByLabel('Connection lost').fill('0');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await mark(page, 'Slow line').click();
  const again = page.getByRole('dialog', { name: 'Conditions' });
  await expect(again.getByLabel('Seed')).toHaveValue('7');
  await again.getByRole('button', { name: 'Back to good' }).click();
  await again.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: /^Conditions/ })).toHaveCount(0);
});

test('an address sets conditions, for this tab only, and lets them go with a reload after they were set back', async ({
  page,
  context,
}) => {
  await open(page, '/?conditions=jitter:10,seed:3', 'small');
  await expect(mark(page, 'Set by hand')).toBeVisible();
  expect(page.url()).not.toContain('conditions');
  const other = await context.newPage();
  await open(other, '/', 'small');
  await expect(other.getByRole('button', { name: /^Conditions/ })).toHaveCount(0);
});

test('a worker that crashed is started again, and what was saved is there', async ({ page }) => {
  await open(page, '/', 'small');
  expect((await api(page, 'POST', '/groups/labs/groups', { body: { name: 'Kept' } })).status).toBe(201);
  const panel = await openConditions(page);
  await panel.getByLabel('Worker crashed').fill('100');
  await panel.getByRole('button', { name: 'Apply' }).click();
  const crashed = await api(page, 'GET', '/groups/labs');
  expect(crashed).toMatchObject({ status: 503, body: { type: '/problems/backend-unavailable' } });
  await panel.getByRole('button', { name: 'Back to good' }).click();
  await panel.getByRole('button', { name: 'Close' }).click();
  const tree = await api(page, 'GET', '/groups');
  expect(tree.status).toBe(200);
  expect(JSON.stringify(tree.body)).toContain('Kept');
  await page.reload();
  await expect(group(page, 'Managed devices')).toBeVisible({ timeout: 20_000 });
});

/** How a tab’s reads in a row are answered: 0 where one is not answered within ten seconds. */
const readsIn = (page: Page, times: number) =>
  page.evaluate(async (count) => {
    const answers: number[] = [];
    for (let read = 0; read < count; read += 1) {
      const signal = AbortSignal.timeout(10_000);
      answers.push(
        await fetch('/api/v1/groups/berlin', { signal }).then(
          ({ status }) => status,
          () => 0,
        ),
      );
    }
    return answers;
  }, times);

test('a worker that crashes again and again leaves nobody waiting, in neither of the tabs that share it', async ({
  page,
  context,
}) => {
  await open(page, '/', 'small');
  const other = await context.newPage();
  await open(other, '/', 'small');
  const panel = await openConditions(page);
  await panel.getByLabel('Worker crashed').fill('100');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(mark(page, 'Set by hand')).toBeVisible();
  const [here, there] = await Promise.all([readsIn(page, 60), readsIn(other, 60)]);
  expect(here).toEqual(here.map(() => 503));
  // There nothing is made to fail: only what the worker had in hands when it crashed is sent away.
  expect(there.filter((status) => status !== 200 && status !== 503)).toEqual([]);
});

for (const [condition, words] of [
  ['storage-full', 'The storage of this browser is full.'],
  ['storage-refused', 'The browser refuses to store data now.'],
] as const) {
  test(`${condition}: the work goes on in memory, it is said for as long as it is so, and ends at Try again`, async ({
    page,
  }) => {
    await open(page, `/groups/labs/devices?conditions=${condition}`, 'small');
    const notice = page.getByRole('status').filter({ hasText: words });
    await page.getByRole('treeitem', { name: 'Labs', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'New subgroup…' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('In memory');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await expect(notice).toContainText('changes last until the last tab of Vesper is closed');
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(notice).toContainText('still not stored');
    const panel = await openConditions(page);
    await panel.getByRole('button', { name: 'Back to good' }).click();
    await panel.getByRole('button', { name: 'Close' }).click();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(notice).toHaveCount(0);
    await page.reload();
    await expect(group(page, 'Labs')).toBeVisible({ timeout: 20_000 });
    expect(JSON.stringify((await api(page, 'GET', '/groups')).body)).toContain('In memory');
  });
}
