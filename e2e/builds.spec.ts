import type { Page } from '@playwright/test';
import { violationsInUse } from './axe.ts';
import { expect, expecting, test } from './fixtures.ts';
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

test('a service worker whose start hangs is started by loading the page again, once', async ({ page }) => {
  await page.addInitScript(() => {
    const state = window.history.state as { loadedAgain?: true } | null;
    if (!state?.loadedAgain) navigator.serviceWorker.register = () => new Promise(() => undefined);
  });
  await open(page, place);
  await expect(page.getByRole('dialog', { name: 'Properties: Berlin' })).toBeVisible();
  // The mark is gone: another time it may be loaded again.
  expect(await page.evaluate(() => Object.keys((window.history.state as object | null) ?? {}))).not.toContain(
    'loadedAgain',
  );
});

test('a tab that comes while the service worker of an older build has the others is answered by its own', async ({
  page,
  context,
}) => {
  // A page of the same house, where nothing starts by itself.
  const body = '<!doctype html><link rel="icon" href="data:,">';
  await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/empty');
  await page.evaluate(async () => {
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    await navigator.serviceWorker.register('/mockServiceWorker.js');
    await taken;
    navigator.serviceWorker.controller?.postMessage('MOCK_ACTIVATE');
  });
  const other = await context.newPage();
  await open(other, place);
  expect(await other.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('/service-worker.js?v=');
  expect(await api(other, 'GET', '/policies/berlin')).toMatchObject({ body: { name: 'Berlin' } });
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

test(
  'where a later build works with the data, nothing is written over it; opened again, it is refused untouched',
  expecting('409 *'),
  async ({ page }) => {
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
  },
);

/** Takes the files of a part away, as a newer version of the console does. @returns how often each was asked for, and a way back */
async function takeAway(page: Page, name: string) {
  const requested: string[] = [];
  const files = `**/assets/${name}-*.js`;
  await page.route(files, (route) => {
    requested.push(route.request().url());
    return route.fulfill({ status: 404 });
  });
  return { requested, back: () => page.unroute(files) };
}

const missing = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'A part of this screen could not be loaded.' });

test.describe('where the files of a newer version stand in the place of the old ones,', () => {
  test.use({ filesDeleted: true });

  test('a window that cannot be loaded says so on top, asks for its files no more, and comes at Try again', async ({
    page,
  }) => {
    const { requested, back } = await takeAway(page, 'ioc-dialog');
    await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
    const window = await propertiesWindow(page, 'Berlin');
    await window.getByRole('button', { name: 'Configure' }).first().click();
    await expect(missing(page)).toBeVisible();
    // Asked for by the pointer, by the click, once more, and when the browser had nothing else to do; without an end it would
    // be hundreds of times by now.
    await page.waitForTimeout(1_000);
    const before = requested.length;
    expect(before).toBeLessThan(6);
    await missing(page).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => requested.length).toBeGreaterThan(before);
    await expect(missing(page).getByRole('button', { name: 'Try again' })).toBeEnabled();
    await back();
    await missing(page).getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(page.getByRole('dialog', { name: 'IOC scanning settings' })).toBeVisible();
    await expect(missing(page)).toHaveCount(0);
  });

  test('a tab that hears of the newer version is told to reload, although the words for it are gone', async ({
    page,
  }) => {
    const { requested } = await takeAway(page, 'banners');
    await open(page, '/groups/berlin/devices');
    await page.evaluate(() => {
      new BroadcastChannel('vesper.build').postMessage('9999-01-01T00:00:00.000Z');
    });
    await expect(missing(page)).toContainText('If a newer version of Vesper was installed, reload');
    expect(await violationsInUse(page)).toEqual([]);
    await expect(page.getByRole('heading', { level: 1, name: 'Berlin' })).toBeVisible();
    expect(requested.length).toBeLessThan(6);
    await missing(page).getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('table', { name: 'Devices' })).toBeVisible();
    await expect(missing(page)).toHaveCount(0);
  });
});
