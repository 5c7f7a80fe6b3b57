import type { Page } from '@playwright/test';
import { expect, expecting, test } from './fixtures.ts';
import { aStart, manually, savePolicy, withGroup } from './policy-edits.ts';
import {
  api,
  closeQuestion,
  configure,
  open,
  openPolicy,
  openSection,
  propertiesWindow,
  signedInAs,
  simulateDetection,
} from './steps.ts';
import { mayNotPolicies, mayNotSimulate, refusesBecause, writesOf } from './permissions.ts';

/** Every policy as it is saved, and how many entries the audit log has. */
async function saved(page: Page) {
  const policies = await api(page, 'GET', '/groups/berlin/policies');
  const changes = await api(page, 'GET', '/changes');
  const { rows } = policies.body as { rows: object[] };
  return { rows, total: (changes.body as { total: number }).total };
}

test('the menu of the signed-in person tells each role and signs in as another one', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  const session = page.getByRole('banner').getByRole('button', { name: /M\. Admin/ });
  await expect(session).toHaveAccessibleName(/Main Administrator/);
  await session.click();
  await expect(page.getByRole('menuitemradio', { name: /Main Administrator$/ })).toHaveCount(3);
  await page.getByRole('menuitemradio', { name: 'L. Novak Auditor' }).click();
  await expect(page.getByRole('banner').getByRole('button', { name: 'L. Novak Auditor' })).toBeVisible();
  await refusesBecause(page.getByRole('main').getByRole('button', { name: 'Simulate a detection' }), mayNotSimulate);
  await page.getByRole('banner').getByRole('button', { name: 'L. Novak' }).click();
  await refusesBecause(page.getByRole('menuitem', { name: 'Reset demo data' }), '');
  await page.getByRole('menuitemradio', { name: 'T. Okafor Operator' }).click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Simulate a detection' })).toBeEnabled();
});

test('an Operator simulates a detection and starts a run, but changes no policy', async ({ page }) => {
  await signedInAs(page, 't-okafor');
  await open(page, '/groups/labs/devices', 'small');
  await savePolicy(page, 'berlin', withGroup('additional', { value: aStart(manually) }));
  const dialog = await simulateDetection(page, 'BER-WS-0001');
  await expect(dialog.getByText('created an autonomous IOC Scan task')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/groups/berlin/tasks?task=task-0001&scenario=small');
  const task = page.getByRole('dialog', { name: /^Task: / });
  const runs = task.getByRole('table', { name: 'Runs', exact: true });
  await runs.getByRole('button', { name: 'Start BER-WS-0002' }).click();
  await expect(runs.getByRole('row', { name: /BER-WS-0002/ })).toContainText('Running');
  await task.getByRole('button', { name: 'Close' }).click();

  const window = await openPolicy(page, 'Berlin');
  await expect(window.getByText(`Read only: your role, Operator, may not change policies.`)).toBeVisible();
  const name = window.getByLabel('Name');
  await refusesBecause(name, mayNotPolicies('Operator'));
  await name.press('x');
  await expect(name).toHaveValue('Berlin');
  await refusesBecause(window.getByRole('button', { name: 'Apply' }), mayNotPolicies('Operator'));
  await window.getByRole('button', { name: 'OK', exact: true }).click();
  await expect(window).toHaveCount(0);

  await page.getByRole('main').getByRole('button', { name: 'Actions for Berlin', exact: true }).click();
  await refusesBecause(page.getByRole('menuitem', { name: 'Delete' }), mayNotPolicies('Operator'));
  await expect(page.getByRole('menuitem', { name: 'Export' })).toBeEnabled();
});

test('an Auditor reads the audit log, revisions, a forecast and every setting, and changes nothing', async ({
  page,
}) => {
  await signedInAs(page, 'l-novak');
  await open(page, '/groups/berlin/policies');
  await savePolicy(page, 'berlin', (was) => ({ ...was, name: 'Berlin offices' }));
  const before = await saved(page);
  const writes = writesOf(page);

  await page.goto('/audit?scenario=demo');
  const log = page.getByRole('table', { name: 'Audit log' });
  await expect(log.getByRole('row').nth(1)).toContainText('Berlin offices');
  await refusesBecause(log.getByRole('button', { name: /^Undo Policy saved/ }).first(), mayNotPolicies('Auditor'));
  await page.keyboard.press('Enter');
  await log.getByRole('button', { name: 'Policy saved', exact: true }).first().click();
  const entry = page.getByRole('dialog', { name: 'Policy saved' });
  await refusesBecause(entry.getByRole('button', { name: 'Undo' }), mayNotPolicies('Auditor'));

  await page.goto('/groups/berlin/policies?policy=berlin&section=revisions&scenario=demo');
  const window = await propertiesWindow(page, 'Berlin offices');
  const history = window.getByRole('table', { name: 'Revision history' });
  await history.getByRole('checkbox').first().check();
  await history.getByRole('checkbox').nth(1).check();
  await window.getByRole('button', { name: /^Compare \d/ }).click();
  await expect(page.getByRole('dialog', { name: /^Revision/ }).or(page.getByRole('dialog').nth(1))).toBeVisible();
  await page.keyboard.press('Escape');
  await refusesBecause(history.getByRole('button', { name: /^Restore revision/ }).first(), mayNotPolicies('Auditor'));
  await refusesBecause(history.getByRole('button', { name: /^Describe revision/ }).first(), mayNotPolicies('Auditor'));

  await openSection(window, 'Threat Response');
  await expect(window.getByText('Read only: your role, Auditor, may not change policies.')).toBeVisible();
  const dialog = await configure(page, window);
  await expect(dialog.getByText('Read only: your role, Auditor, may not change policies.')).toBeVisible();
  await expect(dialog.getByRole('slider').first()).toBeVisible();
  const other = dialog.getByRole('radio', { name: /^Immediately/ });
  await other.click({ force: true });
  await refusesBecause(other, mayNotPolicies('Auditor'));
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('radio', { name: 'Manual start' })).toBeChecked();
  await refusesBecause(dialog.getByRole('button', { name: 'OK', exact: true }), mayNotPolicies('Auditor'));
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.getByRole('button', { name: 'Cancel' }).click();

  await page.goto('/groups/berlin/schedule?at=20261124T1800Z&scenario=demo');
  await expect(page.getByRole('table', { name: 'Runs', exact: true })).toBeVisible({ timeout: 30_000 });

  expect(writes).toEqual([]);
  expect(await saved(page)).toEqual(before);
});

test.describe('a role that changes while somebody edits:', expecting('403 *'), () => {
  test('the refusal says so, what was typed is kept, and the window is read-only from then on', async ({ page }) => {
    await open(page, '/groups/berlin/policies?policy=berlin');
    const window = await propertiesWindow(page, 'Berlin');
    await window.getByLabel('Name').fill('Berlin typed');
    await page.evaluate(() => {
      sessionStorage.setItem('vesper.user', 'l-novak');
    });
    await window.getByRole('button', { name: 'Apply' }).click();
    const refusal = window.getByRole('alert').filter({ hasText: 'Not saved.' });
    await expect(refusal).toContainText(`${mayNotPolicies('Auditor')} A Main Administrator may: sign in as one`);
    await expect(refusal).toContainText('Your edits are kept here.');
    await expect(window.getByText('Read only: your role, Auditor, may not change policies.')).toBeVisible();
    await expect(window.getByLabel('Name')).toHaveValue('Berlin typed');
    await refusesBecause(window.getByRole('button', { name: 'OK', exact: true }), mayNotPolicies('Auditor'));
    await page.keyboard.press('Escape');
    await expect(closeQuestion(page)).toContainText('Berlin typed');
  });
});
