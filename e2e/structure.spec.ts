import { expect, test } from './fixtures.ts';
import { additional, api, apply, group, lock, open, openSection, propertiesWindow } from './steps.ts';

test('forcing inheritance says whom it overrules, and the child then says who forces it', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies?policy=baseline&section=threat-response', 'small');
  const parent = await propertiesWindow(page, 'Baseline');
  await lock(parent).click();
  await openSection(parent, 'General');
  await parent.getByRole('checkbox', { name: 'Force inheritance of settings in child policies' }).check();
  await expect(parent.getByText(/Labs \(group Labs\)/).first()).toBeVisible();
  await apply(parent);

  await open(page, '/groups/labs/policies?policy=labs&section=general', 'small');
  const child = await propertiesWindow(page, 'Labs');
  const inherit = child.getByRole('checkbox', { name: 'Inherit settings from parent policy' });
  await expect(inherit).toBeChecked();
  await expect(inherit).toBeDisabled();
  await expect(child.getByText('Forced by the policy “Baseline” of the group Managed devices.')).toBeVisible();
  await openSection(child, 'Threat Response');
  await expect(additional(child)).toContainText('locked by the policy Baseline of the group Managed devices');
});

test('a group dragged onto another moves there after a question, and Undo puts it back', async ({ page }) => {
  await open(page, '/groups/labs/devices', 'small');
  await group(page, 'Labs').dragTo(group(page, 'Offices'));
  const move = page.getByRole('dialog', { name: 'Move group “Labs”' });
  await move.getByRole('button', { name: 'Move group' }).click();
  await expect(page.getByText('Group “Labs” moved to “Offices”.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText(/^Undone/)).toBeVisible();
  expect((await api(page, 'GET', '/groups/labs')).body).toMatchObject({ path: [{ name: 'Managed devices' }, {}] });
});

test('an out-of-office policy neither inherits nor hands down, and its devices obey it', async ({ page }) => {
  await open(page, '/groups/offices/policies?policy=travellers&section=general', 'small');
  const window = await propertiesWindow(page, 'Travellers');
  await expect(window.getByText('Out-of-office policies neither inherit nor hand down.')).toBeVisible();
  await open(page, '/groups/kathmandu/devices?device=ktm-lt-0002&section=threat-response', 'small');
  const device = await propertiesWindow(page, 'KTM-LT-0002');
  await expect(additional(device)).toContainText('locked by policy Travellers of group Offices');
});
