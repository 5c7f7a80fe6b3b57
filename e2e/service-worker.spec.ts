import type { BrowserContext, Page } from '@playwright/test';
import { expect, expecting, test } from './fixtures.ts';
import { readPolicy, savePolicy } from './policy-edits.ts';
import { api, apply, open, propertiesWindow } from './steps.ts';

import { devtoolsOf, expectAnswered, mark, stopServiceWorkers } from './devtools.ts';

test.use({ requestsCut: true });

const place = '/groups/berlin/policies?policy=berlin&section=general';

/** Two tabs of the console. */
async function twoTabs(page: Page, context: BrowserContext) {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await open(tab, '/groups/berlin/policies');
    await mark(tab);
  }
  return other;
}

test('after the browser has stopped the service worker, every tab is answered', async ({ page, context }) => {
  const other = await twoTabs(page, context);
  const devtools = await devtoolsOf(page);
  for (const tab of [page, other, page]) {
    await stopServiceWorkers(devtools);
    await expectAnswered(tab);
  }
});

// On a slow connection, what an edit would change may be asked before Apply and arrive after it.
test(
  'a save that is under way while the service worker is stopped is made once',
  expecting('412 POST /dry-run'),
  async ({ page }) => {
    await open(page, `${place}&conditions=latency:600`);
    const before = await readPolicy(page, 'berlin');
    const window = await propertiesWindow(page, 'Berlin');
    const devtools = await devtoolsOf(page);
    for (const round of [1, 2, 3]) {
      await window.getByLabel('Name').fill(`Berlin ${String(round)}`);
      const sent = page.waitForRequest((request) => request.method() === 'PUT');
      await window.getByRole('button', { name: 'Apply' }).click();
      await sent;
      await stopServiceWorkers(devtools);
      await expect(window.getByText('Everything is saved')).toBeVisible();
    }
    const { view } = await readPolicy(page, 'berlin');
    expect(view).toMatchObject({ name: 'Berlin 3', revision: before.view.revision + 3 });
  },
);

test('a tab that was frozen is answered once it thaws', async ({ page, context }) => {
  const other = await twoTabs(page, context);
  const devtools = await devtoolsOf(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await stopServiceWorkers(await devtoolsOf(other));
  await savePolicy(other, 'berlin', (was) => ({ ...was, name: 'Berlin meanwhile' }));
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await expectAnswered(page, 'Berlin meanwhile');
});

/** What *Clear site data* does, under the open tabs. */
async function clearSite(page: Page, storageTypes = 'all') {
  const { origin } = new URL(page.url());
  await (await devtoolsOf(page)).send('Storage.clearDataForOrigin', { origin, storageTypes });
}

/** From here on this tab cannot start the service worker again by itself. */
const refuseRegistration = (page: Page) =>
  page.evaluate(() => {
    navigator.serviceWorker.register = () => Promise.reject(new Error('refused'));
  });

test('where the registration is removed and another tab makes it again, every tab is answered', async ({
  page,
  context,
}) => {
  const other = await twoTabs(page, context);
  await refuseRegistration(page);
  const address = await other.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? '');
  await clearSite(page, 'service_workers');
  await other.evaluate((script) => navigator.serviceWorker.register(script).then(() => undefined), address);
  for (const tab of [other, page]) await expect(() => expectAnswered(tab)).toPass();
});

test('where the data of the site is cleared under an open tab, it goes on without a reload', async ({ page }) => {
  await open(page, place);
  await mark(page);
  const window = await propertiesWindow(page, 'Berlin');
  await clearSite(page);
  await window.getByLabel('Name').fill('Berlin typed');
  await apply(window);
  await expectAnswered(page, 'Berlin typed');
});

test('with two tabs, what was saved before the data of the site was cleared is stored again with the next save', async ({
  page,
  context,
}) => {
  const other = await twoTabs(page, context);
  await savePolicy(page, 'berlin', (was) => ({ ...was, name: 'Berlin before' }));
  await clearSite(page);
  // The console starts its service worker again; what is sent past its client has to wait for that.
  await expect(() => expectAnswered(other, 'Berlin before')).toPass();
  await savePolicy(other, 'baseline', (was) => ({ ...was, name: 'Baseline after' }));
  // With the last page of its context, the worker ends that holds the world in memory.
  await other.close();
  await page.close();
  const later = await context.newPage();
  await open(later, '/groups/berlin/policies');
  expect(await api(later, 'GET', '/policies/berlin')).toMatchObject({ body: { name: 'Berlin before' } });
  expect(await api(later, 'GET', '/policies/baseline')).toMatchObject({ body: { name: 'Baseline after' } });
});

/** What lies in the storage once another tab, that shares no worker with this one, has started the data set anew. */
const restartElsewhere = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('vesper-demo');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('vesper', 'readwrite');
          const store = transaction.objectStore('vesper');
          const origin = store.get('origin');
          origin.onsuccess = () => {
            store.put({ ...(origin.result as object), journalId: crypto.randomUUID() }, 'origin');
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );

test('where another tab started the data set anew, a save goes to memory, and it is said', async ({ page }) => {
  await open(page, place);
  const window = await propertiesWindow(page, 'Berlin');
  await restartElsewhere(page);
  await window.getByLabel('Name').fill('Berlin in memory');
  await apply(window);
  await window.getByRole('button', { name: 'OK', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'started this data set anew' })).toContainText('reload');
});

test.describe('where the service worker cannot be started again,', () => {
  test.use({ faults: true });

  test('the page says so and offers Reload, after which the edit is offered again', async ({ page }) => {
    page.on('dialog', (dialog) => void dialog.accept());
    await open(page, place);
    await refuseRegistration(page);
    const window = await propertiesWindow(page, 'Berlin');
    await window.getByLabel('Name').fill('Berlin typed');
    const { origin } = new URL(page.url());
    await (await devtoolsOf(page)).send('Storage.clearDataForOrigin', { origin, storageTypes: 'service_workers' });
    await window.getByRole('button', { name: 'Apply' }).click();
    const refusal = window.getByRole('alert').filter({ hasText: 'Not saved.' });
    await expect(refusal).toContainText('The backend is not running in this tab.');
    await expect(window.getByLabel('Name')).toHaveValue('Berlin typed');
    await refusal.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Unsaved changes of' })).toContainText('Berlin typed');
    await expect(await propertiesWindow(page, 'Berlin')).toBeVisible();
  });
});

test.describe('a page of something else at the same address', () => {
  test.use({ faults: true });

  test('gets a problem for data, never a page of HTML, and the service worker goes', async ({ page }) => {
    await open(page, '/groups/berlin/policies');
    await page.goto('/favicon.svg');
    const answer = await page.evaluate(async () => {
      const { status, headers } = await fetch('/api/v1/world');
      return { status, type: headers.get('content-type') };
    });
    expect(answer).toEqual({ status: 503, type: 'application/problem+json' });
    const registrations = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await expect.poll(registrations).toBe(0);
  });
});
