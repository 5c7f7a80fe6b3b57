import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { allLocks, aStart, manually, savePolicy, withGroup } from './policy-edits.ts';
import {
  additional,
  api,
  apply,
  configure,
  lock,
  ok,
  open,
  openPolicy,
  openSection,
  propertiesWindow,
} from './steps.ts';

const groups = ['Actions', 'Authentication on Administration Server', 'Additional'] as const;
const settings = (window: Locator, name: (typeof groups)[number]) => window.getByRole('group', { name });
const inherit = (window: Locator) => window.getByRole('checkbox', { name: 'Inherit settings from parent policy' });

const openPolicyOf = async (page: Page, group: string, id: string, name: string, section = 'general') => {
  await page.goto(`/groups/${group}/policies?scenario=small&policy=${id}&section=${section}`);
  return propertiesWindow(page, name);
};
const openDevice = async (page: Page, name: string, section = 'threat-response') => {
  await page.goto(`/groups/managed-devices/devices?scenario=small&device=${name.toLowerCase()}&section=${section}`);
  return propertiesWindow(page, name);
};
const setStatus = (page: Page, id: string, status: string) =>
  savePolicy(page, id, (was) => ({ ...was, status }) as typeof was);

test('a policy takes value and lock of the one above that locks, even from further up, and shows its own as dead', async ({
  page,
}) => {
  await open(page, '/groups/offices/policies', 'small');
  await savePolicy(page, 'labs', withGroup('additional', { lock: 'open' }));
  await api(page, 'POST', '/groups/offices/policies', { body: { name: 'Offices', status: 'active' } });
  // What was said before the lock above was closed stays, and counts no more.
  await savePolicy(page, 'berlin', withGroup('additional', { value: aStart(manually) }));
  await savePolicy(page, 'baseline', withGroup('additional', { lock: 'closed' }));

  const berlin = await openPolicyOf(page, 'berlin', 'berlin', 'Berlin');
  await expect(inherit(berlin)).toBeChecked();
  await expect(inherit(berlin)).toBeEnabled();
  await expect(berlin.getByText('The parent policy is “Offices” of the group Offices.')).toBeVisible();
  await openSection(berlin, 'Threat Response');
  const locked = additional(berlin);
  await expect(locked).toContainText('locked by the policy Baseline of the group Managed devices');
  await expect(locked.getByRole('switch')).toHaveCount(0);
  await expect(locked.getByRole('button', { name: 'Configure' })).toHaveCount(0);
  await expect(locked.getByRole('definition').filter({ hasText: '20:00–07:00' })).not.toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  await expect(locked.getByRole('definition').filter({ hasText: 'Manual start' })).toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  // The account is told where the password is read-only, too.
  const account = settings(berlin, 'Authentication on Administration Server');
  await expect(account).toContainText('The special account exists since');
  await expect(account).toContainText('The password set here matches it.');
  await expect(account.getByRole('button', { name: /account$/ })).toHaveCount(0);

  const labs = await openPolicyOf(page, 'labs', 'labs', 'Labs');
  await expect(inherit(labs)).not.toBeChecked();
  await openSection(labs, 'Threat Response');
  await expect(additional(labs).getByRole('switch', { name: 'Under policy' })).toBeEnabled();
  await openSection(labs, 'General');
  await inherit(labs).check();
  await openSection(labs, 'Threat Response');
  await apply(labs);
  await expect(additional(labs)).toContainText('locked by the policy Baseline');

  const travellers = await openPolicyOf(page, 'offices', 'travellers', 'Travellers', 'threat-response');
  await expect(additional(travellers).getByRole('switch', { name: 'Under policy' })).toBeChecked();
});

test('a group has one active and one out-of-office policy, and obeys the nearest above where it has none', async ({
  page,
}) => {
  await open(page, '/groups/offices/policies', 'small');
  await page.getByRole('button', { name: 'New policy' }).click();
  const form = page.getByRole('dialog', { name: 'New policy in Offices' });
  await form.getByLabel('Name').fill('Trips');
  await form.getByLabel('Status').click();
  await page.getByRole('option', { name: 'Out-of-office' }).click();
  await expect(form.getByText('“Travellers” becomes inactive in the same step.')).toBeVisible();
  await form.getByRole('button', { name: 'Create' }).click();
  const trips = await propertiesWindow(page, 'Trips');
  await expect(inherit(trips)).toBeChecked();
  await expect(trips.getByRole('checkbox', { name: /^Force inheritance/ })).not.toBeChecked();

  // The defaults of the application, every lock open.
  await openSection(trips, 'Threat Response');
  for (const name of groups)
    await expect(settings(trips, name).getByRole('switch', { name: 'Under policy' })).not.toBeChecked();
  await expect(trips.getByLabel('Take response actions on threats detected by Kaspersky Sandbox')).not.toBeChecked();
  await expect(settings(trips, 'Actions')).toContainText('None. Add an action');
  await expect(trips.getByText('Account password: not set')).toBeVisible();
  await expect(additional(trips)).toContainText('Critical file areas on the device · Manual start');
  await expect(trips.getByLabel(/^Enable detection of legitimate applications/)).not.toBeChecked();
  const dialog = await configure(page, trips);
  await dialog.getByRole('radio', { name: 'Start within the specified time interval' }).check();
  await expect(dialog.getByLabel('Start time (hh:mm)')).toHaveValue('20:00');
  await expect(dialog.getByLabel('End time (hh:mm)')).toHaveValue('07:00');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await trips.getByRole('button', { name: 'Cancel' }).click();
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
  await expect(row('Trips')).toContainText('Out-of-office');
  await expect(row('Travellers')).toContainText('Inactive');
  await expect(row('Baseline')).toContainText('Active, in effect here');
  await expect(row('Baseline')).toContainText('inherited from Managed devices');

  // Out of office: the nearest out-of-office policy on the path, or else what the others obey.
  const away = await openDevice(page, 'KTM-LT-0002');
  await expect(additional(away)).toContainText('from policy Trips');
  await api(page, 'POST', '/devices/lab-ws-0001/status', { body: { status: 'out-of-office' } });
  const lab = await openDevice(page, 'LAB-WS-0001');
  await expect(additional(lab)).toContainText('locked by policy Labs of group Labs');
});

test('a device says otherwise where no lock is closed, in all three groups of settings, and keeps its word for later', async ({
  page,
}) => {
  await open(page, '/groups/managed-devices/devices', 'small');
  await savePolicy(page, 'baseline', allLocks('open'));
  const device = await openDevice(page, 'BER-WS-0001');
  for (const name of groups) await expect(settings(device, name)).toContainText('from policy Berlin, not enforced');
  await settings(device, 'Actions').getByRole('button', { name: 'Add' }).click();
  await page.getByRole('menuitem', { name: 'Quarantine and delete', exact: true }).click();
  await settings(device, 'Authentication on Administration Server')
    .getByRole('button', { name: 'Check password' })
    .click();
  const check = page.getByRole('dialog', { name: 'Check password' });
  await check.getByLabel('Account password', { exact: true }).fill('Vesper-2026!');
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  const dialog = await configure(page, device);
  await dialog.getByRole('radio', { name: /^Immediately/ }).check();
  await ok(dialog);
  await apply(device);
  for (const name of groups) await expect(settings(device, name)).toContainText('set on the device');

  // What every save changed stands in the history of the device; an old one comes back.
  await openSection(device, 'Revision history');
  const rows = device.getByRole('table', { name: 'Revision history' }).locator('tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Additional: not set on the device → set on the device');
  await openSection(device, 'Threat Response');
  await additional(device).getByRole('button', { name: 'Use the policy’s value' }).click();
  await apply(device);
  await expect(additional(device)).toContainText('from policy Berlin, not enforced');
  await openSection(device, 'Revision history');
  await device.getByRole('button', { name: 'Restore revision 1' }).click();
  await page
    .getByRole('dialog', { name: 'Restore revision 1?' })
    .getByRole('button', { name: 'Restore revision 1' })
    .click();
  await expect(rows).toHaveCount(3);
  await openSection(device, 'Threat Response');
  await expect(additional(device)).toContainText('Immediately after Kaspersky Sandbox detects a threat');

  // Under policy the local values are read-only and without effect, but not gone.
  await savePolicy(page, 'baseline', allLocks('closed'));
  const locked = await openDevice(page, 'BER-WS-0001');
  for (const name of groups) {
    await expect(settings(locked, name)).toContainText('read-only on this device: locked by policy Baseline');
    await expect(settings(locked, name)).toContainText('The value set on the device, without effect:');
    await expect(settings(locked, name).getByRole('definition').last()).toHaveCSS(
      'text-decoration-line',
      'line-through',
    );
  }
  await expect(settings(locked, 'Authentication on Administration Server')).toContainText(
    'The password set here matches it.',
  );
  await savePolicy(page, 'baseline', allLocks('open'));
  await setStatus(page, 'berlin', 'inactive');
  await setStatus(page, 'baseline', 'inactive');

  // No policy at all: the device's own word, or else the application's default; Why? says so value by value.
  const free = await openDevice(page, 'BER-WS-0001');
  await expect(additional(free)).toContainText('set on the device');
  await additional(free).getByRole('button', { name: 'Use the policy’s value' }).click();
  await apply(free);
  await expect(additional(free)).toContainText('application default');
  await additional(free).getByRole('button', { name: 'Why? Scanning scope' }).click();
  const why = page.getByRole('dialog', { name: 'Why? Scanning scope' });
  await expect(why.getByText('Scanning scope Critical file areas on the device, application default.')).toBeVisible();
  await expect(why.getByText('All 3 settings of Additional share one lock, and so one answer.')).toBeVisible();
  const voices = why.getByRole('list', { name: 'From Managed devices down' }).locator('> li');
  await expect(voices.filter({ hasText: 'Application default' })).toContainText('Wins');
  for (const name of ['Baseline', 'Berlin']) {
    const candidate = voices.filter({ has: page.getByRole('button', { name, exact: true }) });
    await expect(candidate).toContainText('Lost');
    await expect(candidate).toContainText(/inactive/i);
  }
  await why.getByRole('button', { name: 'Close' }).click();
  await settings(free, 'Actions').getByRole('button', { name: 'Why? Selected actions' }).click();
  await expect(page.getByRole('dialog', { name: 'Why? Selected actions' })).toContainText(
    'Selected actions Quarantine and delete, set on the device.',
  );
});

test('a lock in a parent group makes the child policy and a device read-only, with the reason', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies');
  const root = await openPolicy(page, 'Baseline');
  await openSection(root, 'Threat Response');
  await lock(root).click();
  await apply(root);
  await ok(root);

  await page.goto('/groups/berlin/policies?policy=berlin&section=threat-response&scenario=demo');
  const child = await propertiesWindow(page, 'Berlin');
  await expect(additional(child)).toContainText('locked by the policy Baseline of the group Managed devices');
  await expect(additional(child).getByRole('button', { name: 'Configure' })).toHaveCount(0);

  await page.goto('/groups/berlin/devices?device=ber-ws-0001&section=threat-response&scenario=demo');
  const device = await propertiesWindow(page, 'BER-WS-0001');
  await expect(additional(device)).toContainText(
    'This group of settings is read-only on this device: locked by policy Baseline of group Managed devices',
  );
});
