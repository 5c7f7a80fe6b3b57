import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { api, group, open, propertiesWindow } from './steps.ts';

const place = '/groups/berlin/policies?policy=berlin&section=general';

/** What a later build of the console notes in the data that it works with. */
const noteLaterBuild = (page: Page, scenario: string) =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('vesper', 'readwrite');
          transaction.objectStore('vesper').put('9999-01-01T00:00:00.000Z', 'build');
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
        opening.onerror = () => {
          reject(new Error(opening.error?.message));
        };
      }),
    `vesper-${scenario}`,
  );

test('a tab that is opened while its service worker goes, since all others were left, is answered all the same', async ({
  page,
  context,
}) => {
  await open(page, place);
  // As MSW does where it takes all tabs for closed, when they are left at the same time.
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.unregister();
  });
  const other = await context.newPage();
  await open(other, place);
  for (const tab of [page, other])
    expect(await api(tab, 'GET', '/policies/berlin')).toMatchObject({ body: { name: 'Berlin' } });
});

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'A newer version of Vesper is in use' });

test('a tab that hears of a later build writes nothing more, and keeps what was typed over the reload', async ({
  page,
}) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await open(page, place);
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByLabel('Name').fill('Berlin typed');
  await page.evaluate(() => {
    new BroadcastChannel('vesper.build').postMessage('9999-01-01T00:00:00.000Z');
  });
  await expect(page.getByText('A newer version of Vesper is in use.', { exact: false }).first()).toBeVisible();
  await window.getByRole('button', { name: 'Apply' }).click();
  await expect(window.getByRole('alert').filter({ hasText: 'Not saved.' })).toContainText('reload the page');
  expect((await api(page, 'GET', '/policies/berlin')).body).toMatchObject({ name: 'Berlin' });
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'Unsaved changes of' })).toContainText('Berlin typed');
});

test('where a later build works with the data, nothing is written over it; opened again, it is refused untouched', async ({
  page,
}) => {
  await open(page, '/', 'small');
  await noteLaterBuild(page, 'small');
  expect(await api(page, 'POST', '/groups/labs/groups', { body: { name: 'Late' } })).toMatchObject({
    status: 409,
    body: { type: '/problems/outdated' },
  });
  await page.getByRole('treeitem', { name: 'Labs', exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'New subgroup…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Late');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('reload the page');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await banner(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'This data is of a newer version of Vesper' })).toBeVisible();
  await page.getByRole('link', { name: 'Open Empty' }).click();
  await expect(group(page, 'Managed devices')).toBeVisible({ timeout: 20_000 });
});
