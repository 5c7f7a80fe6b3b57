import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { group, ok, open, openPolicy } from './steps.ts';

// Each answer takes a second: what is asked anew after a save comes after the next click.
const slowly = (page: Page, path: string) => open(page, `${path}?conditions=latency:1000`, 'small');

test('on a slow line a group is renamed twice in a row, and nobody’s own save stands in the way', async ({ page }) => {
  await slowly(page, '/groups/managed-devices/devices');
  const renamed = async (was: string, name: string) => {
    await group(page, was).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.keyboard.press('Enter');
    await expect(group(page, name)).toBeVisible();
  };
  await renamed('Labs', 'Optics');
  await renamed('Optics', 'Photonics');
});

test('a policy that was just saved is made active on a line that is slow at times, and nobody’s own save stands in the way', async ({
  page,
}) => {
  // What the policy is now comes later than what would change.
  await page.addInitScript(() => {
    const send = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const late = request.method === 'GET' && /\/policies\/[^/]+$/.test(new URL(request.url).pathname);
      if (late) await new Promise((resolve) => setTimeout(resolve, 1_500));
      return send(request);
    };
  });
  await open(page, '/groups/berlin/policies', 'small');
  const window = await openPolicy(page, 'Berlin draft');
  await window.getByLabel('Name').fill('Berlin nights');
  await ok(window);
  await page.getByRole('button', { name: 'Actions for Berlin nights' }).click();
  await page.getByRole('menuitem', { name: 'Make active' }).click();
  const question = page.getByRole('dialog', { name: 'Make “Berlin nights” active?' });
  await question.getByRole('button', { name: 'Make active' }).click();
  await expect(page.getByText('Policy “Berlin nights” is active now')).toBeVisible();
  await expect(question).toBeHidden();
});
