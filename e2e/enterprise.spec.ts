import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { api, group, open, openSearch } from './steps.ts';

// A hundred thousand devices on a busy machine of two cores: the bounds are for that, not for what one should wait.
test.describe.configure({ timeout: 240_000 });
const whileItIsMade = { timeout: 60_000 };

test('the enterprise is one click away, and is as quick to walk through as a small company', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await page.getByRole('button', { name: 'M. Admin' }).click();
  const menu = page.getByRole('menu');
  await expect(menu.getByText('each keeps its own changes')).toBeVisible();
  await expect(menu.getByRole('menuitemradio', { name: 'Demo company 1,186 devices' })).toBeChecked();
  expect(await violations(page, '[role=menu]')).toEqual([]);
  await menu.getByRole('menuitemradio', { name: 'Enterprise 100,000 devices' }).click();

  await expect(page).toHaveURL(/\/groups\/managed-devices\/devices\?scenario=enterprise/);
  const devices = page.getByRole('table', { name: 'Devices' });
  await expect(devices.getByRole('button', { name: 'ADL-LT-00001', exact: true })).toBeVisible(whileItIsMade);
  await expect(page.getByText('100,000').first()).toBeVisible();

  // Every group of a level at a time, down to the rows of racks: thousands of rows, and few of them in the page.
  await group(page, 'Managed devices').focus();
  for (const name of ['Data centres', 'Asia Pacific', 'India', 'Mumbai']) {
    await page.keyboard.press('ArrowDown');
    await expect(group(page, name).first()).toBeFocused();
    await page.keyboard.press('*');
  }
  await page.keyboard.press('End');
  await expect(group(page, 'Unassigned devices')).toBeFocused();
  expect(await page.getByRole('treeitem').count()).toBeLessThan(60);

  await openSearch(page);
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('ktm-ws-00042');
  await page.getByRole('option', { name: /^KTM-WS-00042 .*Device$/ }).click();
  await expect(page.getByRole('dialog', { name: /^Properties: KTM-WS-00042/ })).toBeVisible();
});

test('what is changed in the enterprise is there after a reload, and nowhere else', async ({ page }) => {
  await page.goto('/groups/kathmandu/devices?scenario=enterprise');
  await expect(group(page, 'Kathmandu')).toBeVisible(whileItIsMade);
  expect((await api(page, 'POST', '/groups/kathmandu/groups', { body: { name: 'Night shift' } })).status).toBe(201);
  await page.reload();
  await expect(group(page, 'Kathmandu')).toBeVisible(whileItIsMade);
  await group(page, 'Kathmandu').focus();
  await page.keyboard.press('ArrowRight');
  await expect(group(page, 'Night shift')).toBeVisible();
  await open(page, '/groups/kathmandu/devices', 'demo');
  const { body } = await api(page, 'GET', '/groups?parentId=kathmandu');
  expect(body).toEqual({ groups: [] });
});
