import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { api, group, open } from './steps.ts';

// The browser prints a line for each request that is told so.
test.use({ faults: true });

/** Keeps a database of another tab busy for ever, as the transaction of a worker that ended within it does in some browsers. */
async function keepBusy(page: Page, name: string) {
  await page.evaluate(
    (database) =>
      new Promise<void>((resolve) => {
        indexedDB.open(database).onsuccess = ({ target }) => {
          if (!(target instanceof IDBOpenDBRequest)) return;
          const store = target.result.transaction('vesper', 'readwrite').objectStore('vesper');
          const goOn = () => {
            resolve();
            store.get('version').onsuccess = goOn;
          };
          goOn();
        };
      }),
    name,
  );
}

const asks = (page: Page) => page.getByRole('heading', { name: 'The storage of this browser does not answer' });

test('where the storage does not answer, a person retries, goes on in memory, or comes back later to what is stored', async ({
  page,
  context,
}) => {
  await open(page, '/', 'small');
  expect((await api(page, 'POST', '/groups/labs/groups', { body: { name: 'Kept' } })).status).toBe(201);
  await page.goto('about:blank');
  const other = await context.newPage();
  await open(other, '/', 'empty');
  await keepBusy(other, 'vesper-small');

  await page.goto('/?scenario=small');
  await expect(asks(page)).toBeVisible();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Tried again: the storage still does not answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue in memory' }).click();
  await expect(group(page, 'Labs')).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: 'The storage of this browser did not answer.' }),
  ).toBeVisible();
  expect((await api(page, 'POST', '/groups/labs/groups', { body: { name: 'In memory' } })).status).toBe(201);

  await page.goto('about:blank');
  await page.goto('/?scenario=small');
  await expect(asks(page)).toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(group(page, 'Labs')).toBeVisible();
  expect(JSON.stringify((await api(page, 'GET', '/groups')).body)).toContain('Kept');
});
