import { violationsByColour, violationsInUse } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { open } from './steps.ts';

const sections = ['Controls', 'Form fields', 'Feedback', 'Tables', 'Dialogs', 'Charts'];
const dialogs = ['Confirm', 'Confirm, not possible yet', 'Confirm, failed', 'Unsaved changes', 'Plain dialog'];

test('the component gallery shows every section, and axe finds nothing in light or dark', async ({ page }) => {
  await open(page);
  await page.goto('/gallery');
  for (const name of sections) await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  for (const dialog of [null, ...dialogs]) {
    if (dialog !== null) await page.getByRole('button', { name: dialog, exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(dialog === null ? 0 : 1);
    for (const [theme, violations] of [
      ['light', violationsInUse],
      ['dark', violationsByColour],
    ] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      expect(await violations(page), `${dialog ?? 'page'}, ${theme}`).toEqual([]);
    }
    if (dialog !== null) await page.keyboard.press('Escape');
  }
});
