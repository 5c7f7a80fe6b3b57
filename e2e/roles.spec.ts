import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { operations } from '#contract/operations.ts';
import { expect, test } from './fixtures.ts';
import { aStart, manually, savePolicy, withGroup } from './policy-edits.ts';
import {
  additional,
  api,
  configure,
  group,
  lock,
  open,
  openPolicy,
  openSection,
  propertiesWindow,
  simulateDetection,
  tabTo,
} from './steps.ts';

const operator = 't-okafor';
const auditor = 'l-novak';
const mayNotPolicies = (role: string) => `Your role, ${role}, may not change policies.`;
const mayNotSimulate = 'Your role, Auditor, may not drive the simulation.';

/** Signs in beforehand, as the menu would. */
const signedInAs = (page: Page, user: string) =>
  page.addInitScript((id) => {
    sessionStorage.setItem('vesper.user', id);
  }, user);

/** What the page asked for that takes more than the right to view, as *METHOD path*. */
function writesOf(page: Page): string[] {
  const writing = Object.values(operations)
    .filter(({ needs }) => needs !== 'view')
    .map(({ method, path }) => [method, new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)] as const);
  const writes: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (writing.some(([method, path]) => method === request.method() && path.test(pathname)))
      writes.push(`${request.method()} ${pathname}`);
  });
  return writes;
}

/** It can be reached and says why it does nothing, to everybody. */
async function refusesBecause(control: Locator, reason: string) {
  await expect(control).toHaveAttribute('aria-disabled', 'true');
  await expect(control).toHaveAccessibleDescription(new RegExp(reason.replace('Your', '[Yy]our')));
  await control.focus();
  await expect(control).toBeFocused();
}

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
  await signedInAs(page, operator);
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

test('an Auditor reads the audit log, revisions, a what-if and every setting, and changes nothing', async ({
  page,
}) => {
  await signedInAs(page, auditor);
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
      const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
      expect(violations.map(({ id, nodes }) => `${section}: ${id} ${nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
    }
  });
}

test.describe('a role that changes while somebody edits:', () => {
  test.use({ refusalsByRole: true });

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
    await expect(page.getByRole('dialog', { name: 'Close without saving?' })).toContainText('Berlin typed');
  });
});
