import type { Page } from '@playwright/test';
import { bothDrawn, expect, expecting, test } from './fixtures.ts';
import { deletePolicy, savePolicy } from './policy-edits.ts';
import { api, group, open, openSection, lock, propertiesWindow, signedInAs } from './steps.ts';

test.use(bothDrawn);

/** What somebody else did is there within two seconds, with no click. */
const soon = { timeout: 2_000 };

/** J. Keller in another tab, who works through the API. */
async function jKeller(page: Page) {
  const other = await page.context().newPage();
  await signedInAs(other, 'j-keller');
  await open(other, '/audit', 'small');
  const headers = { 'x-vesper-user': 'j-keller' };
  return {
    other,
    do: async (method: string, path: string, body?: unknown, ifMatch = '*') => {
      const answer = await api(other, method, path, { body, headers: { ...headers, 'if-match': ifMatch } });
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    },
    save: (change: { name?: string; force?: boolean }) =>
      savePolicy(other, 'labs', (was) => ({ ...was, ...change }), 'j-keller'),
  };
}

/** A preview that was on its way while somebody else saved: what it was asked about was the last revision when it was sent. */
const previewBehind = expecting('412 POST /dry-run');

const notice = (window: ReturnType<Page['getByRole']>) =>
  window.getByRole('status').filter({ hasText: 'Review before applying.' });

test('another administrator renames a group, makes one, and makes a policy: tree, header and lists follow', async ({
  page,
}) => {
  await open(page, '/groups/labs/policies', 'small');
  const keller = await jKeller(page);
  await keller.do('PUT', '/groups/labs', { name: 'Optics' });
  await expect(group(page, 'Optics')).toBeVisible(soon);
  await expect(page.getByRole('heading', { level: 1, name: 'Optics' })).toBeVisible(soon);
  await expect(page.getByRole('banner').getByText('Optics')).toBeVisible(soon);
  await keller.do('POST', '/groups/labs/policies', { name: 'Night shift' });
  await expect(page.getByRole('button', { name: 'Night shift', exact: true })).toBeVisible(soon);
  await keller.do('POST', '/groups/offices/groups', { name: 'Paris' });
  await group(page, 'Offices').click();
  await page.keyboard.press('ArrowRight');
  await expect(group(page, 'Paris')).toBeVisible(soon);
});

test('lists of devices, the audit log and what decides on a group follow too', async ({ page }) => {
  await open(page, '/groups/berlin/devices', 'small');
  const row = page.getByRole('row', { name: /BER-WS-0001/ });
  await expect(row).toContainText('Online');
  const keller = await jKeller(page);
  await keller.do('POST', '/devices/ber-ws-0001/status', { status: 'offline' });
  await expect(row).toContainText('Offline', soon);
  await keller.do('POST', '/devices/move', { deviceIds: ['ber-ws-0001'], groupId: 'labs' });
  await expect(row).toHaveCount(0, soon);
  await page.goto('/audit?scenario=small');
  await expect(page.getByRole('cell', { name: /moved/i }).first()).toBeVisible();
  await keller.do('PUT', '/groups/labs', { name: 'Optics' });
  await expect(page.getByRole('row', { name: /Optics/ }).first()).toBeVisible(soon);
});

test('an open window without edits shows what others save, and goes on with it', async ({ page }) => {
  await open(page, '/groups/labs/policies?policy=labs&section=general', 'small');
  const keller = await jKeller(page);
  const window = page.getByRole('dialog', { name: /^Properties: / });
  await keller.save({ name: 'Labs anew' });
  await expect(window.getByLabel('Name', { exact: true })).toHaveValue('Labs anew', soon);
  await expect(window).toContainText('revision 2', soon);
  await expect(notice(window)).toHaveCount(0);
  await window.getByLabel('Name', { exact: true }).fill('Labs mine');
  await window.getByRole('button', { name: 'Apply' }).click();
  await expect(window.getByText('Everything is saved')).toBeVisible();
  expect((await api(page, 'GET', '/policies/labs')).body).toMatchObject({ name: 'Labs mine', revision: 3 });
});

test(
  'an edited window says who saved what and when, and offers the review before Apply',
  previewBehind,
  async ({ page }) => {
    await open(page, '/groups/labs/policies?policy=labs&section=general', 'small');
    const keller = await jKeller(page);
    const window = await propertiesWindow(page, 'Labs');
    await openSection(window, 'Threat Response');
    await lock(window).setChecked(false);
    await keller.save({ name: 'Labs anew', force: true });
    await expect(notice(window)).toContainText(
      /^J\. Keller saved revision 2 on \w{3} \d+ \w{3} \d\d:\d\d, Europe\/Berlin\./,
      soon,
    );
    await expect(notice(window)).toContainText('Name: Labs → Labs anew');
    await expect(notice(window)).toContainText('Force inheritance of settings in child policies: off → on');
    await expect(lock(window)).not.toBeChecked();
    await notice(window).getByRole('button', { name: 'Review' }).click();
    await expect(notice(window)).toHaveCount(0);
    await expect(window.getByRole('alert').filter({ hasText: 'Nothing was overwritten' })).toBeFocused();
    await expect(window.getByText('General is merged by itself: theirs')).toContainText('Name: Labs → Labs anew');
    await window.getByRole('button', { name: 'Save merged' }).click();
    await expect(page.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
    expect((await api(page, 'GET', '/policies/labs')).body).toMatchObject({
      name: 'Labs anew',
      force: true,
      revision: 3,
      settings: { additional: { own: { lock: 'open' } } },
    });
  },
);

test(
  'Apply in such a window leads to the review, and sends nothing that must be refused',
  previewBehind,
  async ({ page }) => {
    await open(page, '/groups/labs/policies?policy=labs&section=general', 'small');
    const keller = await jKeller(page);
    const window = await propertiesWindow(page, 'Labs');
    await window.getByLabel('Name', { exact: true }).fill('Labs mine');
    await keller.save({ name: 'Labs theirs' });
    await expect(notice(window)).toBeVisible(soon);
    const writes: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') writes.push(request.url());
    });
    await window.getByRole('button', { name: 'Apply' }).click();
    await expect(window.getByRole('row', { name: 'Name Labs Labs theirs Labs mine' })).toBeVisible();
    expect(writes).toEqual([]);
    await keller.save({ name: 'Labs theirs again' });
    await expect(notice(window)).toContainText('J. Keller saved revision 3', soon);
    await notice(window).getByRole('button', { name: 'Review' }).click();
    await expect(window.getByRole('row', { name: 'Name Labs Labs theirs again Labs mine' })).toBeVisible();
  },
);

test(
  'edits that are taken back by hand leave nothing to review: the window follows',
  previewBehind,
  async ({ page }) => {
    await open(page, '/groups/labs/policies?policy=labs&section=general', 'small');
    const keller = await jKeller(page);
    const window = await propertiesWindow(page, 'Labs');
    await window.getByLabel('Name', { exact: true }).fill('Labs mine');
    await keller.save({ force: true });
    await expect(notice(window)).toBeVisible(soon);
    await window.getByLabel('Name', { exact: true }).fill('Labs');
    await expect(notice(window)).toHaveCount(0);
    await expect(window.getByRole('checkbox', { name: /^Force inheritance/ })).toBeChecked();
  },
);

test('the window of a device says the same of its local settings', previewBehind, async ({ page }) => {
  await open(page, '/groups/berlin/devices?device=ber-ws-0001&section=threat-response', 'small');
  const keller = await jKeller(page);
  const window = await propertiesWindow(page, 'BER-WS-0001');
  const additional = (start: object) => ({
    additional: { iocScanning: { scope: 'system-drives', start }, detectLegitimateApplications: false },
  });
  await keller.do('PUT', '/devices/ber-ws-0001/settings', additional({ mode: 'manual' }));
  await expect(window.getByText('File areas on system drives of the device · Manual start')).toBeVisible(soon);
  await window.getByLabel(/^Enable detection of legitimate applications/).check();
  await keller.do('PUT', '/devices/ber-ws-0001/settings', additional({ mode: 'immediate' }));
  await expect(notice(window)).toContainText('J. Keller saved revision 2', soon);
  await notice(window).getByRole('button', { name: 'Review' }).click();
  await expect(window.getByRole('radiogroup', { name: 'Additional' })).toBeVisible();
});

test(
  'of a policy that somebody deletes its open window says so',
  expecting('404 GET /policies/berlin-draft*'),
  async ({ page }) => {
    await open(page, '/groups/berlin/policies?policy=berlin-draft&section=general', 'small');
    const window = await propertiesWindow(page, 'Berlin draft');
    const keller = await jKeller(page);
    await deletePolicy(keller.other, 'berlin-draft');
    await expect(window.getByRole('alert').filter({ hasText: 'This policy was deleted meanwhile' })).toBeVisible(soon);
  },
);
