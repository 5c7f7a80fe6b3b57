import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { PolicyUpdate } from '#contract/policies.ts';
import { expect, test } from './fixtures.ts';
import { aStart, between, manually, readPolicy, savePolicy, withGroup } from './policy-edits.ts';
import { api, jumpTo, open, simulateDetection } from './steps.ts';

const hash = '0123456789abcdef0123456789abcdef';
const detect = (page: Page, deviceId: string, kind?: string) =>
  api(page, 'POST', '/detections', {
    body: {
      deviceId,
      objects: [{ fileName: 'invoice.scr', md5: hash }],
      ...(kind === undefined ? {} : { legitimateApplication: kind }),
    },
  });

type Credential = PolicyUpdate['settings']['authentication']['value']['credential'];

test('each condition that is missing, and only it, keeps a detection from creating a task; local actions happen all the same', async ({
  page,
}) => {
  await open(page, '/groups/kathmandu/tasks', 'small');
  const { draft } = await readPolicy(page, 'baseline');
  const actions = draft.settings.actions.value;
  const credential = draft.settings.authentication.value.credential;
  const policySays = (change: { enabled?: boolean; selected?: typeof actions.selected; password?: Credential }) =>
    savePolicy(page, 'baseline', (was) => {
      const { enabled = true, selected = actions.selected, password = credential } = change;
      const value = { enabled, selected };
      return withGroup('authentication', { value: { credential: password } })(withGroup('actions', { value })(was));
    });
  const done = 'Carried out on the device itself: Quarantine and delete, Notify device user.';
  const nothing = 'No action was carried out on the device itself.';

  const expectMissing = async (sentence: string, link: string, local: string) => {
    const dialog = await simulateDetection(page, 'KTM-LT-0001');
    const reasons = dialog.getByRole('listitem');
    await expect(reasons).toHaveCount(1);
    await expect(reasons).toContainText(sentence);
    await expect(reasons.getByRole('link', { name: link })).toBeVisible();
    await expect(dialog.getByText(local)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  };
  await policySays({ enabled: false });
  await expectMissing('Response actions on threats detected by Kaspersky Sandbox are off.', 'Open Baseline', nothing);
  await policySays({ selected: ['quarantine', 'notify-user'] });
  await expectMissing('No group action is among the selected actions.', 'Open Baseline', done);
  await policySays({ password: null });
  await expectMissing('The password of the special account is not set.', 'Open Baseline', done);
  await policySays({});
  await api(page, 'DELETE', '/account');
  await expectMissing('The special account on the Administration Server does not exist.', 'Open KTM-LT-0001', done);
  const password = 'Correct-Horse-7-Battery';
  const created = await api(page, 'POST', '/account', { body: { password, confirmation: password } });
  await expectMissing('The password of the special account does not match.', 'Open Baseline', done);
  const renewed = (created.body as { credential: Credential }).credential;
  await policySays({ password: renewed });
  await expect(page.getByText('No IOC Scan tasks in this group')).toBeVisible();

  const application = async () => {
    await page.getByRole('button', { name: 'Simulate a detection' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Simulate a detection' });
    await dialog.getByLabel('Device').fill('KTM-LT-0001');
    await page.getByRole('option', { name: 'KTM-LT-0001' }).click();
    await dialog.getByLabel('This is a legitimate application that adversaries can exploit').check();
    await dialog.getByLabel('File name').fill('mirc.exe');
    await dialog.getByLabel('MD5').fill(hash);
    await dialog.getByRole('button', { name: 'Simulate' }).click();
    return dialog;
  };
  const off = await application();
  await expect(off.getByRole('listitem')).toHaveText([/detection of legitimate applications is off: it is no threat/]);
  await expect(off.getByText(nothing)).toBeVisible();
  await off.getByRole('button', { name: 'Close' }).click();
  await savePolicy(
    page,
    'baseline',
    withGroup('additional', { value: { ...aStart(manually), detectLegitimateApplications: true } }),
  );
  const on = await application();
  await expect(on.getByText('created an autonomous IOC Scan task')).toBeVisible();
  await expect(on.getByText(done)).toBeVisible();
});

test('one task for the group that owns the policy, a run for each device by its own settings, from its plan to its removal', async ({
  page,
}) => {
  await open(page, '/groups/managed-devices/tasks', 'small');
  await savePolicy(page, 'labs', withGroup('additional', { value: aStart(manually, 'system-drives') }));
  await savePolicy(page, 'travellers', withGroup('additional', { value: aStart(between('20:00', '23:00')) }));
  // In Berlin it is 19:00, in Kathmandu 23:45.
  await jumpTo(page, '2027-01-12T18:00:00Z');
  await simulateDetection(page, 'KTM-LT-0001');
  await page.getByRole('button', { name: 'Open the task' }).click();
  const task = page.getByRole('dialog', { name: /^Task: / });
  const run = (device: string) => task.getByRole('row').filter({ hasText: device });
  await expect(task.getByText(/Detected on KTM-LT-0001 at .* · group Managed devices/)).toBeVisible();
  await expect(task.getByText('7 runs', { exact: true })).toBeVisible();
  await expect(run('KTM-LT-0001')).toContainText('Running');
  await expect(run('KTM-LT-0001')).toContainText('Baseline');
  await expect(run('BER-WS-0001')).toContainText('Waiting');
  await expect(run('BER-WS-0001')).toContainText('Tue 20:00 – Wed 07:00');
  await expect(run('BER-WS-0001')).toContainText('Critical areas');
  await expect(run('BER-WS-0003')).toContainText('Waiting for device');
  await expect(run('LAB-WS-0001')).toContainText('Not started');
  await expect(run('LAB-WS-0001')).toContainText('System drives');
  // Out of office, it obeys Travellers, whose window of that day is over.
  await expect(run('KTM-LT-0002')).toContainText('Wed 20:00 – 23:00');
  await expect(run('KTM-LT-0002')).toContainText('Travellers');
  for (const count of ['All 7', 'Not started 2', 'Waiting for device 1', 'Waiting 3', 'Running 1'])
    await expect(task.getByRole('button', { name: count, exact: true })).toBeVisible();

  await task.getByRole('button', { name: 'View IOC file' }).click();
  const download = page.waitForEvent('download');
  await task.getByRole('link', { name: 'Export', exact: true }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain('http://openioc.org/schemas/OpenIOC_1.1');
  expect(file).toContain('search="FileItem/Md5sum"');
  expect(file).toContain('condition="is"');
  expect(file).toContain(hash);
  await task.getByRole('button', { name: 'Hide IOC file' }).click();

  // The device comes back inside its window: the rule counts from then.
  await jumpTo(page, '2027-01-12T20:00:00Z');
  await api(page, 'POST', '/devices/ber-ws-0003/status', { body: { status: 'online' } });
  await expect(run('BER-WS-0003')).toContainText('Running');
  await expect(run('BER-WS-0003')).toContainText('Tue 12 Jan 21:00 +1');

  const ask = task.getByRole('button', { name: 'What decided the start of this run? BER-WS-0003' });
  await ask.click();
  const why = page.getByRole('dialog', { name: 'What decided the start of this run?' });
  const decisions = why.getByRole('list', { name: 'Decisions' }).getByRole('listitem');
  await expect(decisions).toHaveCount(2);
  await expect(decisions.first()).toContainText('Task created');
  await expect(decisions.first()).toContainText('None: the device is offline');
  await expect(decisions.last()).toContainText('The device came back: planned anew');
  await expect(decisions.last()).toContainText('Tue 12 Jan 21:00 +1');
  await expect(decisions.last().getByRole('button', { name: 'Berlin', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
  await expect(ask).toBeFocused();
  await expect(task.getByRole('img', { name: 'Runs over time' })).toBeVisible();
  await expect(
    task.getByText(/^First start Tue 12 Jan .* Now running 1, done 2, waiting 2, without a start 2/),
  ).toBeVisible();

  await task.getByRole('checkbox', { name: 'Select LAB-WS-0001' }).check();
  await task.getByRole('button', { name: 'Start selected (1)' }).click();
  await expect(task.getByText('Started 1 run.')).toBeVisible();
  await expect(run('LAB-WS-0001')).toContainText('Running');
  await expect(run('LAB-WS-0002')).toContainText('Not started');
  await task.getByRole('button', { name: 'Close' }).click();
  await jumpTo(page, '2027-01-13T18:30:00Z');
  // All but one have started by then; the number on the button is that of now.
  await page.getByRole('button', { name: 'Start all (1)', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Start 1 run now?' });
  await question.getByRole('button', { name: 'Start 1 run', exact: true }).click();
  await expect(page.getByText('Started 1 run.')).toBeVisible();

  await jumpTo(page, '2027-01-14T18:30:00Z');
  const row = page.getByRole('table', { name: 'IOC Scan tasks' }).getByRole('row').nth(1);
  await expect(row).toContainText('Completed: no IOC found');
  await expect(row).toContainText('Completed: IOC found');
  await expect(row).not.toContainText('Waiting');

  // Seven days after the last start, which was the one by hand.
  await jumpTo(page, '2027-01-20T18:29:00Z');
  await expect(row).toBeVisible();
  await jumpTo(page, '2027-01-20T18:31:00Z');
  await expect(page.getByText('No IOC Scan tasks in this group')).toBeVisible();
});

test('a task that never started goes seven days after its creation, and past a hundred the oldest goes first', async ({
  page,
}) => {
  await open(page, '/groups/labs/tasks', 'small');
  await savePolicy(page, 'labs', (was) => ({ ...was, inherit: true }));
  await jumpTo(page, '2027-01-12T18:00:00Z');
  expect((await detect(page, 'lab-ws-0001')).body).toMatchObject({ taskId: 'task-0001' });
  const tasks = page.getByRole('table', { name: 'IOC Scan tasks' }).getByRole('row');
  await expect(tasks.nth(1)).toContainText('Not started 2');
  await jumpTo(page, '2027-01-19T17:59:00Z');
  await expect(tasks.nth(1)).toContainText('Not started 2');
  await jumpTo(page, '2027-01-19T18:01:00Z');
  await expect(page.getByText('No IOC Scan tasks in this group')).toBeVisible();

  for (let i = 0; i < 101; i += 1) expect((await detect(page, 'lab-ws-0001')).status).toBe(201);
  await expect(page.getByText(/^100 tasks/)).toBeVisible();
  expect((await api(page, 'GET', '/tasks/task-0002')).status).toBe(404);
  expect((await api(page, 'GET', '/tasks/task-0003')).status).toBe(200);
});
