import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { api, group, lock, open, propertiesWindow } from './steps.ts';

const policyAddress = '/groups/berlin/policies?policy=berlin&section=threat-response';
const scheduleAddress = '/groups/offices/schedule?at=20261124T1800Z&set=critical-areas_0100-0600';
const overview = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const display = (page: Page) => page.getByRole('dialog', { name: 'Display settings' });

async function fromSessionMenu(page: Page, item: string) {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** What axe says against what can be used, with targets of at least 24 pixels. */
async function violations(page: Page) {
  const builder = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } });
  if ((await page.getByRole('dialog').count()) > 0) builder.include('[role=dialog]');
  return (await builder.analyze()).violations.map(
    (v) => `${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`,
  );
}

test('shortcuts go where they say, leave text and lists alone, and can be switched off', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await expect(page.getByRole('table', { name: 'Devices' })).toBeVisible();
  // The keys listen once the page stands: until then the first press may come too early.
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(overview(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  const here = overview(page).getByRole('region', { name: 'Here' });
  await expect(here.getByText('Search this list')).toBeVisible();
  await expect(
    overview(page)
      .getByRole('region', { name: 'Elsewhere' })
      .getByText(/^Apply/),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // What lies under a dialog is out of reach.
  await page.keyboard.type('gp');
  await page.keyboard.press('Escape');
  await expect(overview(page)).toBeHidden();
  await expect(page).toHaveURL(/\/berlin\/devices/);

  await page.keyboard.type('gp');
  await expect(page.getByRole('table', { name: 'Policies' })).toBeVisible();
  await page.keyboard.type('/');
  const search = page.getByPlaceholder('Search policies');
  await expect(search).toBeFocused();
  await page.keyboard.type('gd?');
  await expect(search).toHaveValue('gd?');
  await expect(overview(page)).toBeHidden();
  await search.fill('');
  await search.blur();
  // In the tree letters lead to a name, and the sign still opens the overview.
  await page.keyboard.type('gg');
  await expect(group(page, 'Berlin')).toBeFocused();
  await page.keyboard.type('lo');
  await expect(group(page, 'London')).toBeFocused();
  await page.keyboard.press('?');
  await expect(overview(page)).toBeVisible();

  await overview(page).getByRole('switch', { name: 'Shortcuts without Ctrl or ⌘' }).click();
  await page.keyboard.press('Escape');
  await expect(group(page, 'London')).toBeFocused();
  await page.getByRole('main').focus();
  await page.keyboard.type('?ga');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or go to' })).toBeFocused();
  await expect(overview(page)).toBeHidden();
  await expect(page).toHaveURL(/\/berlin\/policies/);
});

test('Ctrl Enter applies in a window, and not in a dialog over it', async ({ page }) => {
  await open(page, policyAddress);
  const window = await propertiesWindow(page, 'Berlin');
  await lock(window).click();
  await window.getByRole('group', { name: 'Additional' }).getByRole('button', { name: 'Configure' }).click();
  const dialog = page.getByRole('dialog', { name: 'IOC scanning settings' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(window.getByText('Everything is saved')).toBeHidden();
  await expect(window.getByRole('button', { name: 'Apply' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(window.getByText('Everything is saved')).toBeVisible();
  expect(JSON.stringify((await api(page, 'GET', '/policies/berlin')).body)).toContain('"revision":3');
});

test('what is chosen in Display settings holds at once, is remembered, and goes back by Reset', async ({ page }) => {
  await open(page, '/groups/berlin/policies');
  // Behind the dialog, too.
  const table = page.getByRole('table', { name: 'Policies', includeHidden: true });
  await expect(table.getByRole('row', { name: /^Berlin / }).first()).toContainText('2 Nov 2026, 10:30');
  await fromSessionMenu(page, 'Display settings');
  const choose = (name: string, option: string) =>
    display(page).getByRole('group', { name, exact: true }).getByRole('button', { name: option }).click();
  await choose('Time of day', '8:00 pm');
  await choose('Rows of tables', 'Roomy');
  await choose('Theme', 'Dark');
  await display(page).getByRole('combobox', { name: 'Time zone' }).fill('tokyo');
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click();
  await expect(table.getByText('2 Nov 2026, 6:30 pm', { exact: true }).first()).toBeAttached();
  await expect(page.getByText('Times in Asia/Tokyo')).toBeAttached();
  expect(await violations(page)).toEqual([]);
  await display(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Columns and density' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Revision' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Dense rows' })).toHaveAttribute('aria-checked', 'false');
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(table.getByText('2 Nov 2026, 6:30 pm', { exact: true }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await fromSessionMenu(page, 'Display settings');
  await expect(display(page).getByText('Chosen in Policies')).toBeVisible();
  for (const name of ['Theme', 'Time of day', 'Time zone', 'Rows of tables', 'Columns of tables']) {
    const reset = display(page).getByRole('button', { name: `Reset ${name}` });
    await reset.click();
    await expect(reset).toHaveAttribute('aria-disabled', 'true');
    await expect(reset).toBeFocused();
  }
  await expect(display(page).getByText('Columns of all tables are as at first.')).toBeAttached();
  await display(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(table.getByRole('columnheader', { name: 'Revision' })).toBeVisible();
  await expect(table.getByText('2 Nov 2026, 10:30', { exact: true }).first()).toBeVisible();
});

test('an edit is not lost when times are shown otherwise, and the first steps go away for good', async ({ page }) => {
  await open(page, `/groups/berlin/policies?policy=berlin&section=general`);
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByLabel('Name').fill('Berlin mine');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('display');
  await page.keyboard.press('Enter');
  await display(page).getByRole('button', { name: '8:00 pm' }).click();
  await page.keyboard.press('Escape');
  await expect(display(page)).toBeHidden();
  await expect(window.getByLabel('Name')).toHaveValue('Berlin mine');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  const steps = page.getByRole('region', { name: 'First steps' });
  await steps.getByRole('button', { name: 'Got it' }).click();
  await expect(steps).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('table', { name: 'Policies' })).toBeVisible();
  await expect(steps).toBeHidden();
});

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
  expect(await violations(page)).toEqual([]);

  const iocDialog = 'policy=offices-baseline&section=threat-response&dialog=ioc-scanning&scenario=demo';
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
  expect(await violations(page)).toEqual([]);

  await page.goto('/groups/laboratory/schedule?at=20261124T1800Z&scenario=demo');
  const picture = page.getByRole('slider', { name: 'Starts over time' });
  await expect(picture.locator('g path').first()).toHaveCSS('fill', highlight);
  await expect(page.getByRole('table', { name: 'Runs', exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
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
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}scenario=demo`);
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
  for (const [open, dialog] of [
    ['Keyboard shortcuts', overview(page)],
    ['Display settings', display(page)],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or go to' }).fill(open);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    expect(await tooWide(page), open).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).scrollIntoViewIfNeeded();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }
});

test('a what-if and a window are printed in light colours, without what leads elsewhere, whole', async ({ page }) => {
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
  for (const gone of [page.getByRole('banner'), page.getByRole('tree'), page.getByRole('tab').first()])
    await expect(gone).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.getByRole('button', { name: /^Settings: 01:00/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Runs', exact: true }).getByRole('row').last()).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  expect(await cut()).toBe(0);
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(1);

  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${policyAddress}&scenario=demo`);
  const window = await propertiesWindow(page, 'Berlin');
  await expect(lock(window)).toBeVisible();
  await toPaper();
  await expect(page.getByRole('table', { name: 'Policies', includeHidden: true })).toBeHidden();
  await expect(window.getByRole('button', { name: 'General' })).toBeHidden();
  await expect(window.getByRole('button', { name: 'Threat Response' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Apply' })).toBeHidden();
  expect(await cut()).toBe(0);
  // From the title to the last line on pages, not in a box of the screen's height.
  const last = await window.getByText('Everything is saved').boundingBox();
  expect(last?.y).toBeGreaterThan(
    (await window.getByRole('group', { name: 'Additional' }).boundingBox())?.y ?? Infinity,
  );
});
