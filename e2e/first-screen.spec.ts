import { expect, test } from './fixtures.ts';
import { open } from './steps.ts';

test('where the browser is never idle, the first screen loads its own code alone, and the rest when it is reached for', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { requestIdleCallback: () => 0 });
  });
  const loaded: string[] = [];
  page.on('request', (request) => {
    const file = /\/assets\/(.+)-[\w-]{8}\.js$/.exec(request.url());
    if (file?.[1]) loaded.push(file[1]);
  });
  await open(page, '/groups/berlin/devices');
  await expect(page.getByRole('table', { name: 'Devices' })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: 'Berlin', exact: true })).toBeVisible();
  // The backend's own are `browser`, `comlink`, `conditions` and `worker`; the keys and the search come with `commands`, beside the page,
  // and the pulse after its first answers.
  const own = [
    'browser',
    'comlink',
    'commands',
    'conditions',
    'first',
    'index',
    'pulse',
    'pulse-query',
    'rolldown-runtime',
    'worker',
  ];
  await expect.poll(() => loaded).toContain('pulse');
  expect([...new Set(loaded)].sort()).toEqual(own);

  await page.getByRole('button', { name: 'Inventory' }).hover();
  await expect.poll(() => loaded).toContain('button-menu');
  await page.getByRole('tab', { name: 'Policies' }).focus();
  await expect.poll(() => loaded).toContain('policies-tab');
  await page.getByRole('tab', { name: 'Policies' }).click();
  await expect(page.getByRole('table', { name: 'Policies' })).toBeVisible();
});

test('left alone, the rest is loaded too, so that nothing that is opened has to wait', async ({ page }) => {
  const rest = page.waitForRequest(/\/assets\/schedule-tab-[\w-]+\.js$/);
  await open(page, '/groups/berlin/devices');
  await rest;
});

test('a filter that is opened before its list is there opens once it is, and has the focus', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { requestIdleCallback: () => 0 });
  });
  await open(page, '/groups/berlin/devices');
  const filter = page.getByRole('combobox', { name: 'Status' });
  await expect(filter).toHaveValue('All');
  // Both at once: nothing can be loaded between.
  await filter.evaluate((box) => {
    if (box instanceof HTMLElement) box.focus();
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  });
  await page.getByRole('option', { name: 'Offline' }).click();
  await expect(page).toHaveURL(/status=offline/);
  await expect(filter).toHaveText('Offline');
  await expect(filter).toBeFocused();
});

test('the service worker answers for the backend alone: the console’s own files come without a way around', async ({
  page,
}) => {
  await open(page, '/groups/berlin/devices');
  const answered = { files: 0, filesByWorker: 0, apiByWorker: 0 };
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith('/assets/')) answered.files += 1;
    if (path.startsWith('/assets/') && response.fromServiceWorker()) answered.filesByWorker += 1;
    if (path.startsWith('/api/v1/') && response.fromServiceWorker()) answered.apiByWorker += 1;
  });
  await page.reload();
  await expect(page.getByRole('table', { name: 'Devices' })).toBeVisible();
  expect(answered).toMatchObject({ filesByWorker: 0 });
  expect(answered.files).toBeGreaterThan(3);
  expect(answered.apiByWorker).toBeGreaterThan(3);
});
