import type { Page } from '@playwright/test';
import { violationsInUse } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { additional, goTo, group, inScenario, jumpTo, lock, open, propertiesWindow } from './steps.ts';

const policyAddress = '/groups/berlin/policies?policy=berlin&section=threat-response';
const scheduleAddress = '/groups/offices/schedule?at=20261124T1800Z&set=critical-areas_0100-0600';

test('in forced colours nothing that is drawn or chosen disappears, and axe finds nothing', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await open(page, '/groups/laboratory/devices');
  await expect(page.getByRole('table', { name: 'Devices' })).toBeVisible();
  const system = () =>
    page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      const colourOf = (colour: string) => {
        probe.style.cssText = `forced-color-adjust: none; background: ${colour}`;
        return getComputedStyle(probe).backgroundColor;
      };
      const colours = {
        highlight: colourOf('Highlight'),
        window: colourOf('color-mix(in srgb, Highlight 45%, Canvas)'),
        bar: colourOf('LinkText'),
      };
      probe.remove();
      return colours;
    });
  const { highlight } = await system();
  await expect(group(page, 'Laboratory')).toHaveCSS('background-color', highlight);
  await expect(page.locator('.MuiTabs-indicator')).toHaveCSS('background-color', highlight);
  expect(await violationsInUse(page)).toEqual([]);

  const iocDialog = 'policy=offices-baseline&section=threat-response&dialog=ioc-scanning&scenario=demo';
  // How many windows lie in the next 48 hours depends on the hour.
  await jumpTo(page, '2027-01-12T18:42:00Z');
  await page.goto(`/groups/berlin/policies?${iocDialog}`);
  await page.getByRole('radio', { name: /^Start within/ }).check();
  // Two windows, and the bars of the two tasks that wait.
  const drawn = page.getByRole('dialog', { name: 'IOC scanning settings' }).locator('[data-drawn]');
  await expect(drawn).toHaveCount(4);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const { window, bar } = await system();
    for (const [place, shape] of (await drawn.all()).entries())
      await expect(shape).toHaveCSS('background-color', place < 2 ? window : bar);
  }
  expect(await violationsInUse(page)).toEqual([]);

  await page.goto('/groups/laboratory/schedule?at=20261124T1800Z&scenario=demo');
  const picture = page.getByRole('slider', { name: 'Starts over time' });
  await expect(picture.locator('g path').first()).toHaveCSS('fill', highlight);
  await expect(page.getByRole('table', { name: 'Runs', exact: true })).toBeVisible();
  expect(await violationsInUse(page)).toEqual([]);
});

/** What of the page or of its topmost window is wider than it, but for what may scroll sideways: tables and pictures. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const wider = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth + 1;
    return ['html', 'main', 'header', '[role=dialog]']
      .flatMap((selector) => [...document.querySelectorAll(selector)])
      .filter(wider)
      .map((element) => element.getAttribute('role') ?? element.tagName);
  });

test('at 400 % zoom everything reflows, and each dialog can be read to its end', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const address of [
    '/groups/berlin/devices',
    policyAddress,
    `${policyAddress}&dialog=ioc-scanning`,
    '/groups/berlin/policies?dialog=new-policy',
    scheduleAddress,
  ]) {
    await page.goto(inScenario(address));
    if (address.includes('policy')) await expect(page.getByRole('button', { name: 'Cancel' }).last()).toBeVisible();
    else await expect(page.getByRole('table').first()).toBeVisible();
    await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
    expect(await tooWide(page), address).toEqual([]);
    if (!address.includes('policy')) continue;
    const cancel = page.getByRole('button', { name: 'Cancel' }).last();
    // A dialog may still be taking the focus to its first field, which scrolls it back.
    await expect(async () => {
      await cancel.scrollIntoViewIfNeeded();
      await expect(cancel).toBeInViewport({ timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
  }
  for (const name of ['Keyboard shortcuts', 'Display settings']) {
    await goTo(page, name);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    expect(await tooWide(page), name).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).scrollIntoViewIfNeeded();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }
});

/**
 * What holds the frames and tables that are printed, and is no block: Firefox moves a grid or a flexible box to the next page as one
 * piece, and leaves the first one empty.
 */
const inOnePiece = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main div:has(table, [role=group]), [role=dialog] div:has(table, [role=group])')]
      .map((part) => getComputedStyle(part).display)
      .filter((display) => display !== 'block' && display !== 'none'),
  );

test('a forecast and a window are printed in light colours, without what leads elsewhere, whole', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, scheduleAddress);
  await expect(page.getByRole('table', { name: 'Runs', exact: true })).toBeVisible();
  const toPaper = async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  };
  const cut = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('main, [role=region], [role=dialog], [role=dialog] > div')]
          .filter((part) => part.clientHeight > 0 && part.scrollHeight > part.clientHeight + 1)
          .filter((part) => getComputedStyle(part).overflowY !== 'visible').length,
    );
  await toPaper();
  for (const deleted of [page.getByRole('banner'), page.getByRole('tree'), page.getByRole('tab').first()])
    await expect(deleted).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.getByRole('button', { name: /^Settings: 01:00/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Runs', exact: true }).getByRole('row').last()).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  expect(await cut()).toBe(0);
  expect(await inOnePiece(page)).toEqual([]);
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(1);

  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(inScenario(policyAddress));
  const window = await propertiesWindow(page, 'Berlin');
  await expect(lock(window)).toBeVisible();
  await toPaper();
  await expect(page.getByRole('table', { name: 'Policies', includeHidden: true })).toBeHidden();
  await expect(window.getByRole('button', { name: 'General' })).toBeHidden();
  await expect(window.getByRole('button', { name: 'Threat Response' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Apply' })).toBeHidden();
  expect(await cut()).toBe(0);
  expect(await inOnePiece(page)).toEqual([]);
  // From the title to the last line on pages, not in a box of the screen's height.
  const last = await window.getByText('Everything is saved').boundingBox();
  expect(last?.y).toBeGreaterThan((await additional(window).boundingBox())?.y ?? Infinity);
});

test('whoever prints before the page is whole gets the light colours too', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(inScenario(policyAddress));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
