import type { Page } from '@playwright/test';
import { savePolicy } from './policy-edits.ts';
import { api } from './steps.ts';

/** A window or dialog that opens over a page by what a person does there: what it is, the page, and the way. */
interface OverPage {
  readonly name: string;
  readonly path: string;
  readonly act: (page: Page) => Promise<unknown>;
}

const policies = '/groups/berlin/policies';
const devices = '/groups/berlin/devices';
const accountPage = '/groups/managed-devices/policies?policy=baseline&section=threat-response';

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();

const ofPolicy = (policy: string, action: string) => async (page: Page) => {
  const table = page.getByRole('table', { name: 'Policies' });
  await table.getByRole('button', { name: `Actions for ${policy}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
};

const ofGroup = (group: string, action: string) => async (page: Page) => {
  // Where it is narrow, the groups are in a drawer.
  const drawer = page.getByRole('button', { name: 'Groups', exact: true });
  if (await drawer.isVisible()) await drawer.click();
  await page.getByRole('treeitem', { name: group, exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: action }).click();
  await page.getByRole('dialog', { name: `“${group}”` }).waitFor();
};

async function importBad(page: Page) {
  const { body } = await api(page, 'GET', '/policies/berlin/export');
  const text = JSON.stringify(body).replace('"manual"', '"sometimes"').replace('"Berlin"', '"a*b"');
  const file = { name: 'bad.policy.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
}

async function whyScope(page: Page) {
  await press('Why? Scanning scope')(page);
  await page.getByRole('dialog', { name: 'Why? Scanning scope' }).waitFor();
}

const compare = async (page: Page) => {
  for (const number of ['1', '2']) await page.getByRole('checkbox', { name: `Select revision ${number}` }).check();
  await press('Compare 1 with 2')(page);
};

async function conflict(page: Page) {
  await page.getByLabel('Name').fill('Berlin mine');
  await savePolicy(page, 'berlin', (was) => ({ ...was, name: 'Berlin theirs', force: !was.force }), 'j-keller');
  await press('Apply')(page);
  await page.getByRole('radiogroup', { name: 'General' }).waitFor();
}

/** Two saves of the local settings of the device in the window, which then tells them. */
async function savedTwice(page: Page) {
  const path = '/devices/ber-ws-0001/settings';
  for (const start of [{ mode: 'immediate' }, { mode: 'interval', window: { start: '22:00', end: '05:00' } }]) {
    const additional = { iocScanning: { scope: 'system-drives', start }, detectLegitimateApplications: false };
    const etag = (await api(page, 'GET', path)).etag ?? '';
    await api(page, 'PUT', path, { body: { additional }, headers: { 'if-match': etag } });
  }
  await page.reload();
  await page.getByRole('table', { name: 'Revision history' }).waitFor();
}

async function conditions(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'M. Admin' }).click();
  await page.getByRole('menuitem', { name: 'Conditions…' }).click();
  await page.getByRole('dialog', { name: 'Conditions' }).waitFor();
}

async function createAccount(page: Page) {
  await api(page, 'DELETE', '/account');
  await page.reload();
  await press('Create account')(page);
  await page.getByLabel('Password', { exact: true }).fill('Correct-Horse-7');
}

/** In an order in which what follows on the same page needs no other load; what changes the world comes last. */
export const overPages = {
  'lists and groups': [
    { name: 'conditions', path: policies, act: conditions },
    { name: 'new policy', path: policies, act: press('New policy') },
    { name: 'import refused', path: policies, act: importBad },
    { name: 'delete a policy', path: policies, act: ofPolicy('Berlin', 'Delete') },
    { name: 'status of a policy', path: policies, act: ofPolicy('Berlin 2025', 'Make active') },
    { name: 'move a policy', path: policies, act: ofPolicy('Berlin', 'Move to…') },
    { name: 'copy a policy', path: policies, act: ofPolicy('Berlin', 'Copy to…') },
    { name: 'new group', path: devices, act: ofGroup('Berlin', 'New subgroup…') },
    { name: 'rename a group', path: devices, act: ofGroup('Berlin', 'Rename…') },
    { name: 'move a group', path: devices, act: ofGroup('Berlin', 'Move to…') },
    { name: 'delete a group', path: devices, act: ofGroup('Berlin', 'Delete…') },
  ],
  windows: [
    { name: 'check the password', path: accountPage, act: press('Check password') },
    { name: 'delete the account', path: accountPage, act: press('Delete account') },
    { name: 'why, of one value', path: accountPage, act: whyScope },
    {
      name: 'revisions of a device',
      path: '/groups/berlin/devices?device=ber-ws-0001&section=revisions',
      act: savedTwice,
    },
    { name: 'conflict', path: `${policies}?policy=berlin&section=general`, act: conflict },
    { name: 'compare revisions', path: `${policies}?policy=berlin&section=revisions`, act: compare },
    {
      name: 'restore a revision',
      path: `${policies}?policy=berlin&section=revisions`,
      act: press('Restore revision 1'),
    },
    {
      name: 'describe a revision',
      path: `${policies}?policy=berlin&section=revisions`,
      act: press('Describe revision 1'),
    },
    { name: 'create the account', path: accountPage, act: createAccount },
  ],
} as const satisfies Record<string, readonly OverPage[]>;
