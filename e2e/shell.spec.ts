import { violations } from './axe.ts';
import { expect, expecting, test } from './fixtures.ts';
import { group, open } from './steps.ts';

for (const width of [320, 360, 640, 1280, 1920]) {
  test(`at ${width} pixels nothing but a table scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 720 });
    await page.goto('/groups/berlin-reception/policies?scenario=demo');
    await expect(page.getByRole('table', { name: 'Policies' })).toBeVisible();
    const wider = await page.evaluate(() =>
      ['html', 'header', 'main'].filter((name) => {
        const element = document.querySelector(name);
        return !element || element.scrollWidth > element.clientWidth;
      }),
    );
    expect(wider).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });
}

test('where it is narrow, the groups are in a drawer that closes on a choice', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/groups/managed-devices/devices?scenario=demo');
  await page.getByRole('button', { name: 'Groups', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Groups' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await group(page, 'Laboratory').click();
  await expect(page.getByRole('dialog', { name: 'Groups' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Laboratory' })).toBeVisible();
});

test('the pane border moves by keyboard and by mouse', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  const border = page.getByRole('separator', { name: 'Width of the tree' });
  const width = async () =>
    (await page.getByRole('navigation', { name: 'Groups', exact: true }).boundingBox())?.width ?? 0;
  const before = await width();
  await border.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(before);
  const wider = await width();
  // Fifteen pixels to the right of the line: the area to grab is wider than what is seen.
  const box = await border.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 15, 500);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 115, 500, { steps: 5 });
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(wider + 50);
});

test('the page is named after the place, and breadcrumbs keep the tab', async ({ page }) => {
  await open(page, '/groups/berlin/policies');
  await expect(page).toHaveTitle('Berlin · Policies – Vesper');
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Offices' }).click();
  await expect(page).toHaveTitle('Offices · Policies – Vesper');
  await page.getByRole('tab', { name: 'Devices' }).click();
  await expect(page).toHaveTitle('Offices · Devices – Vesper');
});

test('a way too long for its line stays on it, and no step of it lies over another', async ({ page }) => {
  await open(page, '/groups/level-12/policies', 'crowded');
  const steps = page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('listitem');
  await expect(steps.filter({ hasText: '…' })).toHaveCount(1);
  const boxes = await steps.evaluateAll((all) =>
    all.map((step) => {
      const { left, right, height } = step.getBoundingClientRect();
      return { left, right: Math.max(right, left + step.scrollWidth), height };
    }),
  );
  for (const [i, { left, height }] of boxes.entries()) {
    expect(height).toBeLessThanOrEqual(24);
    expect(left).toBeGreaterThanOrEqual(boxes[i - 1]?.right ?? 0);
  }
});

test('a tab that is pressed before the group chosen last is painted is that group’s', async ({ page }) => {
  await open(page, '/groups/offices/devices');
  await expect(page.getByRole('heading', { level: 1, name: 'Offices' })).toBeVisible();
  await page.evaluate(async () => {
    const press = (selector: string, name: string) => {
      const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
        (element.getAttribute('aria-label') ?? element.textContent).startsWith(name),
      );
      found?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      // What the press of the button did is drawn before it is let go.
      return new Promise<void>((resolve) => {
        setTimeout(() => {
          found?.click();
          resolve();
        });
      });
    };
    // Nothing is told of a paint.
    const { requestAnimationFrame } = globalThis;
    globalThis.requestAnimationFrame = () => 0;
    await press('[role=treeitem]', 'Laboratory');
    await press('[role=tab]', 'Policies');
    globalThis.requestAnimationFrame = requestAnimationFrame;
  });
  await expect(page).toHaveTitle('Laboratory · Policies – Vesper');
});

test('Ctrl and a click on a tab open it in another tab of the browser, and stay here', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('tab', { name: 'Policies' }).click({ modifiers: ['ControlOrMeta'] });
  await expect(await opened).toHaveURL(/\/groups\/berlin\/policies/);
  await expect(page).toHaveTitle('Berlin · Devices – Vesper');
  await expect(page.getByRole('tab', { name: 'Devices' })).toHaveAttribute('aria-selected', 'true');
});

test('the first Tab leads to Skip to content, and it does', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(/\/groups\/berlin\/devices/);
});

for (const [name, path] of [
  ['group', '/groups/nowhere/devices'],
  ['tab', '/groups/berlin/nonsense'],
  ['page', '/nonsense'],
] as const) {
  test(
    `a ${name} that is not there says so, with a way on`,
    expecting('404 GET /groups/nowhere*'),
    async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
      await expect(page).toHaveTitle('There is nothing at this address – Vesper');
      await page.getByRole('link', { name: 'Go to Managed devices' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Managed devices' })).toBeVisible();
    },
  );
}

test('a scenario that is not there says which one is shown, and closing the notice drops its name', async ({
  page,
}) => {
  await open(page, '/groups/berlin/devices', 'no-such-world');
  const notice = page.getByText('There is no scenario “no-such-world”: you see “demo”.');
  await expect(notice).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(notice).toBeHidden();
  await expect(page).not.toHaveURL(/no-such-world/);
});

test('the theme changes in one step', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await page.getByRole('button', { name: 'Theme', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Theme', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('where drawing takes longer than a tick of the clock, the list is drawn all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const now = Date.now;
    let drawn = 0;
    Date.now = () => now() + (drawn += 300);
  });
  await open(page, '/groups/berlin/devices', 'small');
  await expect(page.getByRole('table', { name: 'Devices' }).getByRole('row')).toHaveCount(4);
});
