import { expect, test } from './fixtures.ts';
import { group, open } from './steps.ts';

const root = '/groups/managed-devices/devices';

test('on the first visit the root and its children are shown, and what is opened is remembered', async ({ page }) => {
  await open(page, root);
  await expect(group(page, 'Managed devices')).toHaveAttribute('aria-expanded', 'true');
  await expect(group(page, 'Offices')).toHaveAttribute('aria-expanded', 'false');
  await group(page, 'Offices').focus();
  await page.keyboard.press('ArrowRight');
  await expect(group(page, 'Offices')).toHaveAttribute('aria-expanded', 'true');
  await page.reload();
  await expect(group(page, 'Europe')).toBeVisible();
});

test('arrows, Home and End move; right opens, left closes or leads to the parent', async ({ page }) => {
  await open(page, root);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await group(page, 'Managed devices').focus();
  await press('End');
  await expect(group(page, 'Unassigned devices')).toBeFocused();
  await press('ArrowUp');
  await expect(group(page, 'Offices')).toBeFocused();
  await press('ArrowRight');
  await expect(group(page, 'Offices')).toHaveAttribute('aria-expanded', 'true');
  await expect(group(page, 'Offices')).toBeFocused();
  await press('ArrowRight', 'ArrowDown');
  await expect(group(page, 'Americas')).toBeFocused();
  await press('ArrowLeft');
  await expect(group(page, 'Offices')).toBeFocused();
  await press('ArrowLeft');
  await expect(group(page, 'Offices')).toHaveAttribute('aria-expanded', 'false');
  await press('ArrowUp', 'Home');
  await expect(group(page, 'Managed devices')).toBeFocused();
  await press('End', 'ArrowUp', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Offices' })).toBeVisible();
  await expect(group(page, 'Offices')).toHaveAttribute('aria-selected', 'true');
  await expect(group(page, 'Offices')).toBeFocused();
  await press('ArrowUp', 'Space');
  await expect(page.getByRole('heading', { level: 1, name: 'Laboratory' })).toBeVisible();
});

test('typing several letters goes to the name they begin, a space within it too', async ({ page }) => {
  await page.clock.install();
  await open(page, root);
  await group(page, 'Managed devices').focus();
  await page.keyboard.type('data c');
  await expect(group(page, 'Data centres')).toBeFocused();
  await expect(page.getByRole('heading', { level: 1, name: 'Managed devices' })).toBeVisible();
  // Fast typing holds two keys down at once.
  await group(page, 'Managed devices').focus();
  await page.clock.fastForward(1_100);
  await page.keyboard.down('l');
  await page.keyboard.down('a');
  await expect(group(page, 'Laboratory')).toBeFocused();
});

for (const [name, code] of [
  ['a US keyboard', 'Digit8'],
  ['a German keyboard', 'BracketRight'],
  ['the numeric pad', 'NumpadMultiply'],
] as const) {
  test(`* on ${name} opens every sibling`, async ({ page }) => {
    await open(page, root);
    await group(page, 'Offices').focus();
    await group(page, 'Offices').dispatchEvent('keydown', { key: '*', code, shiftKey: code !== 'NumpadMultiply' });
    for (const name of ['Data centres', 'Field laptops', 'Laboratory', 'Offices']) {
      await expect(group(page, name)).toHaveAttribute('aria-expanded', 'true');
    }
    await expect(group(page, 'Offices')).toBeFocused();
  });
}

test('a group reached by a link is shown among the groups above it, scrolled into view', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await open(page, '/groups/berlin-reception/devices');
  await expect(group(page, 'Reception')).toBeInViewport();
  await expect(group(page, 'Reception')).toHaveAttribute('aria-level', '6');
  await group(page, 'Europe').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(group(page, 'Reception')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Breadcrumbs' })
    .getByRole('link', { name: 'Berlin', exact: true })
    .click();
  await expect(group(page, 'Berlin')).toBeInViewport();
  await expect(group(page, 'Berlin')).toHaveAttribute('aria-selected', 'true');
});

test('level, place and number of siblings are right, although only the rows in view are in the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await open(page, root);
  await group(page, 'Offices').focus();
  await page.keyboard.press('*');
  await page.keyboard.press('ArrowDown');
  await expect(group(page, 'Africa')).toBeFocused();
  await page.keyboard.press('*');
  await page.keyboard.press('End');
  await expect(group(page, 'Unassigned devices')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  const last = group(page, 'Madrid');
  await expect(last).toBeFocused();
  await expect(last).toHaveAttribute('aria-level', '4');
  await expect(last).toHaveAttribute('aria-posinset', '4');
  await expect(last).toHaveAttribute('aria-setsize', '4');
  expect(await page.getByRole('treeitem').count()).toBeLessThan(30);
  await expect(group(page, 'Data centres')).toHaveCount(0);
});

test('the focus is never lost: not by scrolling, filtering, or closing the group around it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await open(page, '/groups/berlin-reception/devices');
  await group(page, 'Reception').focus();
  await page.getByRole('tree').hover();
  await page.mouse.wheel(0, -2_000);
  await expect(group(page, 'Managed devices')).toBeInViewport();
  await expect(group(page, 'Reception')).toBeFocused();

  const filter = page.getByRole('searchbox', { name: 'Filter groups' });
  await filter.fill('tok');
  await expect(page.getByText('1 group', { exact: true })).toBeVisible();
  await expect(filter).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('treeitem').and(page.locator(':focus'))).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(group(page, 'Tokyo')).toBeFocused();
  await filter.fill('');
  await expect(page.locator('[role="treeitem"][tabindex="0"]')).toHaveCount(1);

  await group(page, 'Reception').focus();
  await group(page, 'Berlin Sales').locator('span').first().click();
  await expect(group(page, 'Reception')).toHaveCount(0);
  await expect(group(page, 'Berlin Sales')).toBeFocused();
});
