import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { apply, group, open, openPolicy, openSection } from './steps.ts';

const rows = (scope: Locator) => scope.getByRole('table', { name: 'Revision history' }).locator('tbody tr');
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** Saves the open policy under one name after another. */
async function saveAs(window: Locator, ...names: string[]) {
  for (const name of names) {
    await window.getByLabel('Name', { exact: true }).fill(name);
    await apply(window);
  }
}

test('two revisions are compared, an old one is described and restored, and the window follows', async ({ page }) => {
  await open(page, '/groups/labs/policies', 'small');
  await openPolicy(page, 'Labs');
  const renamed = dialog(page, /^Properties: /);
  await saveAs(renamed, 'Optics', 'Photonics');
  await openSection(renamed, 'Revision history');
  await expect(rows(renamed)).toHaveCount(3);
  await expect(rows(renamed).first()).toContainText('Name: Optics → Photonics');

  await renamed.getByRole('checkbox', { name: 'Select revision 2' }).check();
  await renamed.getByRole('checkbox', { name: 'Select revision 3' }).check();
  await renamed.getByRole('button', { name: 'Compare 2 with 3' }).click();
  const comparison = dialog(page, 'Revision 2 and revision 3');
  await expect(comparison.getByText('1 setting differs.')).toBeVisible();
  await expect(comparison.getByRole('row', { name: 'Name Optics Photonics' })).toBeVisible();
  await comparison.getByRole('button', { name: 'Close' }).click();

  await renamed.getByRole('button', { name: 'Describe revision 2' }).click();
  await page.keyboard.type('The name of the house');
  await page.keyboard.press('Enter');
  await expect(rows(renamed).nth(1)).toContainText('The name of the house');

  await openSection(renamed, 'General');
  await renamed.getByLabel('Name', { exact: true }).fill('Not saved');
  await openSection(renamed, 'Revision history');
  await renamed.getByRole('button', { name: 'Restore revision 2' }).click();
  const question = dialog(page, 'Restore revision 2?');
  await expect(question).toContainText('These unsaved edits are dropped:');
  await expect(question).toContainText('Name: Photonics → Not saved');
  await expect(question.getByRole('status', { name: 'What will change' })).toContainText('Name: Photonics → Optics');
  await question.getByRole('button', { name: 'Restore revision 2' }).click();
  const restored = dialog(page, 'Properties: Optics');
  await expect(rows(restored)).toHaveCount(4);
  await expect(rows(restored).first()).toContainText('in force');
  await openSection(restored, 'General');
  await expect(restored.getByLabel('Name', { exact: true })).toHaveValue('Optics');
  await expect(restored.getByText('Everything is saved')).toBeVisible();

  // The next save stands on the restored revision: no conflict.
  await restored.getByLabel('Name').fill('Lasers');
  await apply(dialog(page, /^Properties: /));
});

test('a group tells its revisions from its menu, and an old name is restored', async ({ page }) => {
  await open(page, '/groups/managed-devices/devices', 'small');
  await group(page, 'Labs').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Optics');
  await page.keyboard.press('Enter');
  await group(page, 'Optics').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Photonics');
  await page.keyboard.press('Enter');
  await group(page, 'Photonics').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Revision history…' }).click();
  const history = dialog(page, 'Revision history: Photonics');
  await expect(rows(history).first()).toContainText('Name: Optics → Photonics');
  await history.getByRole('button', { name: 'Restore revision 2' }).click();
  await dialog(page, 'Restore revision 2?').getByRole('button', { name: 'Restore revision 2' }).click();
  await expect(dialog(page, 'Revision history: Optics')).toBeVisible();
  await expect(group(page, 'Optics')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(group(page, 'Optics')).toBeFocused();
});
