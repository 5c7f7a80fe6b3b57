import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { additional, group, lock, open, openPolicy, openSection, signedInAs, tabTo } from './steps.ts';
import { mayNotPolicies, mayNotSimulate, refusesBecause, writesOf } from './permissions.ts';

const auditor = 'l-novak';

test('whoever works by keyboard reaches what they may not do, and hears why', async ({ page }) => {
  await signedInAs(page, auditor);
  const writes = writesOf(page);
  await open(page, '/groups/berlin/policies');
  const create = page.getByRole('button', { name: 'New policy' });
  await tabTo(page, create);
  await expect(page.getByRole('tooltip', { name: mayNotPolicies('Auditor') })).toBeVisible();
  await expect(create).toHaveAccessibleDescription(mayNotPolicies('Auditor'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const window = await openPolicy(page, 'Berlin');
  await openSection(window, 'Threat Response');
  const state = await lock(window).isChecked();
  await tabTo(page, lock(window));
  await expect(lock(window)).toHaveAccessibleDescription(/^Additional Read only: your role, Auditor, may not/);
  await page.keyboard.press('Space');
  expect(await lock(window).isChecked()).toBe(state);
  const box = additional(window).getByRole('checkbox');
  await refusesBecause(box, mayNotPolicies('Auditor'));
  const ticked = await box.isChecked();
  await page.keyboard.press('Space');
  expect(await box.isChecked()).toBe(ticked);
  await page.keyboard.press('Escape');
  await expect(window).toHaveCount(0);

  await group(page, 'Berlin').press('Shift+F10');
  const subgroup = page.getByRole('menuitem', { name: 'New subgroup…' });
  await expect(subgroup).toBeFocused();
  await expect(subgroup).toHaveAccessibleDescription('Your role, Auditor, may not change administration groups.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(writes).toEqual([]);
});

test('an Auditor drags nothing, imports nothing, and leaves the clock alone; exports are theirs', async ({ page }) => {
  await signedInAs(page, auditor);
  const writes = writesOf(page);
  await open(page, '/groups/berlin/devices');
  const devices = page.getByRole('table', { name: 'Devices' });
  await expect(devices.getByRole('row').nth(1)).not.toHaveAttribute('draggable', 'true');
  await expect(group(page, 'Berlin')).toHaveAttribute('draggable', 'false');
  await devices.getByRole('checkbox').nth(1).check();
  await refusesBecause(page.getByRole('button', { name: 'Move 1 device…' }), 'may not change, move or import devices');

  await page.getByRole('button', { name: 'Inventory' }).click();
  const importing = page.getByRole('menuitem', { name: 'Import…' });
  await expect(importing).toHaveAttribute('aria-disabled', 'true');
  await expect(importing).toContainText('Your role, Auditor, may not change, move or import devices.');
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const download = page.waitForEvent('download');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Export / })
    .click();
  expect((await download).suggestedFilename()).toBe('inventory-berlin.csv');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: /^Simulated time/ }).click();
  const clock = page.getByRole('dialog', { name: 'Simulated clock' });
  await expect(clock.getByText('Read only: your role, Auditor, may not drive the simulation.')).toBeVisible();
  for (const name of ['Pause', '×60', 'Jump', 'Save', 'Back to real time']) {
    await refusesBecause(clock.getByRole('button', { name, exact: true }), mayNotSimulate);
    await page.keyboard.press('Enter');
  }
  expect(writes).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a read-only window, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await signedInAs(page, auditor);
    for (const section of ['general', 'threat-response', 'revisions']) {
      await open(page, `/groups/berlin/policies?policy=berlin&section=${section}`);
      await expect(page.getByText('Read only: your role, Auditor, may not change policies.')).toBeVisible();
      await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
      expect(await violations(page, '[role=dialog]'), section).toEqual([]);
    }
  });
}
