import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expecting, test } from './fixtures.ts';
import { api, open, propertiesWindow } from './steps.ts';

const table = (page: Page) => page.getByRole('table', { name: 'Policies' });
const row = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name, exact: true }) });

async function act(page: Page, policy: string, action: string) {
  await table(page)
    .getByRole('button', { name: `Actions for ${policy}`, exact: true })
    .click();
  await page.getByRole('menu').getByRole('menuitem', { name: action }).click();
}

async function answer(page: Page, verb: string) {
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: verb, exact: true }).click();
  await expect(question).toBeHidden();
}

async function chooseGroup(page: Page, name: string) {
  await page.getByRole('combobox', { name: 'Administration group' }).fill(name);
  await page.getByRole('option').filter({ hasText: name }).first().click();
}

const policiesOf = async (page: Page, group: string) => {
  const { body } = await api(page, 'GET', `/groups/${group}/policies?inherited=false`);
  return (body as { rows: { name: string; status: string }[] }).rows.map(({ name, status }) => `${name}: ${status}`);
};

test(
  'a policy is created, renamed and made active, and the former one makes room, as was said before',
  expecting('422 POST /groups/berlin/policies'),
  async ({ page }) => {
    await open(page, '/groups/berlin/policies', 'small');
    await page.getByRole('button', { name: 'New policy' }).click();
    const form = page.getByRole('dialog', { name: 'New policy in Berlin' });
    await form.getByLabel('Name').fill('a*b');
    await expect(form.getByText(/may not contain/).first()).toBeVisible();
    await form.getByLabel('Name').fill('BERLIN');
    await form.getByRole('button', { name: 'Create' }).click();
    await expect(form.getByText('This name is taken')).toBeVisible();
    await form.getByLabel('Name').fill('Nights');
    await form.getByRole('button', { name: 'Create' }).click();
    const created = await propertiesWindow(page, 'Nights');
    await created.getByRole('button', { name: 'Cancel' }).click();

    await act(page, 'Nights', 'Rename');
    const window = await propertiesWindow(page, 'Nights');
    await window.getByLabel('Name').fill('Nightly');
    await window.getByRole('button', { name: 'OK', exact: true }).click();

    await act(page, 'Nightly', 'Make active');
    await expect(
      page.getByRole('dialog').getByText('“Berlin”, active now in the group Berlin, becomes inactive'),
    ).toBeVisible();
    await expect(page.getByRole('dialog').getByText('3 devices would obey other settings than now')).toBeVisible();
    await answer(page, 'Make active');
    await expect(row(page, 'Nightly')).toContainText('Active, in effect here');
    await expect(row(page, 'Berlin')).toContainText('Inactive');
    expect((await policiesOf(page, 'berlin')).filter((message) => message.endsWith(': active'))).toEqual([
      'Nightly: active',
    ]);

    await table(page).getByRole('button', { name: 'Nightly', exact: true }).click({ button: 'right' });
    const senseless = page.getByRole('menuitem', { name: 'Make active – it is active already' });
    await expect(senseless).toHaveAttribute('aria-disabled', 'true');
  },
);

test('a policy is copied, moved and deleted, and Undo brings it back', async ({ page }) => {
  await open(page, '/groups/berlin/policies', 'small');
  const message = page.getByRole('status', { name: 'What was done' });
  await act(page, 'Berlin', 'Copy to…');
  await chooseGroup(page, 'Berlin');
  await expect(page.getByText('it arrives as “Berlin (1)”')).toBeVisible();
  await answer(page, 'Copy');
  await expect(row(page, 'Berlin (1)')).toContainText('Inactive');

  await act(page, 'Berlin', 'Move to…');
  await chooseGroup(page, 'Labs');
  await expect(page.getByText('3 devices obey it now. Afterwards: the policy “Baseline”')).toBeVisible();
  await answer(page, 'Move');
  await expect(message).toContainText('Policy “Berlin” moved to Labs.');
  await expect(row(page, 'Berlin')).toHaveCount(0);
  expect(await policiesOf(page, 'labs')).toEqual(['Berlin: inactive', 'Labs: active']);
  await message.getByRole('button', { name: 'Undo' }).click();
  await expect(message).toContainText('Undone: policy “Berlin” moved to Labs.');
  await expect(row(page, 'Berlin')).toContainText('Active, in effect here');

  await act(page, 'Berlin', 'Delete');
  await answer(page, 'Delete');
  await expect(row(page, 'Berlin')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(message).toContainText('Undone: policy “Berlin” deleted.');
  await expect(row(page, 'Berlin')).toContainText('Active, in effect here');
});

test('Undo says why it cannot take back what was changed since', expecting('409 POST /changes/*'), async ({ page }) => {
  await open(page, '/groups/berlin/policies', 'small');
  await act(page, 'Berlin draft', 'Make out-of-office');
  await answer(page, 'Make out-of-office');
  await api(page, 'POST', '/policies/berlin-draft/status', {
    body: { status: 'inactive' },
    headers: { 'if-match': '*' },
  });
  const message = page.getByRole('status', { name: 'What was done' });
  await message.getByRole('button', { name: 'Undo' }).click();
  await expect(message).toContainText('Not undone. “Berlin draft” was changed since');
});

test('an exported policy is imported with the same settings; a bad file is refused with reasons and changes nothing', async ({
  page,
}) => {
  await open(page, '/groups/labs/policies', 'small');
  const download = page.waitForEvent('download');
  await act(page, 'Labs', 'Export');
  const file = await download;
  expect(file.suggestedFilename()).toBe('Labs.policy.json');
  const text = await readFile(await file.path(), 'utf8');
  const choose = (name: string, content: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });

  await choose('Labs.policy.json', text);
  const question = page.getByRole('dialog', { name: 'Import “Labs” into Labs?' });
  await expect(question.getByRole('list', { name: 'Settings in the file' })).toContainText('Additional: Under policy');
  await expect(question.getByText('it arrives as “Labs (1)”')).toBeVisible();
  await answer(page, 'Import');
  await expect(row(page, 'Labs (1)')).toContainText('Inactive');
  const again = page.waitForEvent('download');
  await act(page, 'Labs (1)', 'Export');
  const settingsIn = (json: string) => (JSON.parse(json) as { settings: unknown }).settings;
  expect(settingsIn(await readFile(await (await again).path(), 'utf8'))).toEqual(settingsIn(text));

  await choose('bad.json', text.replace('"manual"', '"sometimes"').replace('"Labs"', '"a*b"'));
  const refused = page.getByRole('dialog', { name: 'bad.json cannot be imported' });
  await expect(refused.getByRole('listitem')).toHaveText([
    /^name: /,
    /^settings › additional › value › iocScanning › start/,
  ]);
  await refused.getByRole('button', { name: 'Close' }).click();
  expect(await policiesOf(page, 'labs')).toEqual(['Labs: active', 'Labs (1): inactive']);
});

test('names of a hundred characters leave rows one line high, and their actions in sight', async ({ page }) => {
  await open(page, '/groups/berlin/policies', 'small');
  await api(page, 'POST', '/groups/berlin/policies', { body: { name: `${'Long name '.repeat(9)}12345678 0` } });
  await page.reload();
  const last = page.getByRole('button', { name: /^Actions for Long name/ });
  await expect(last).toBeInViewport();
  for (const line of await table(page).locator('tbody tr').all()) {
    expect((await line.boundingBox())?.height).toBe(32);
  }
});

test('Undo stays in reach of the keyboard while a window lies over the page', async ({ page }) => {
  await open(page, '/groups/berlin/policies', 'small');
  await act(page, 'Berlin', 'Make inactive');
  await answer(page, 'Make inactive');
  await act(page, 'Berlin', 'Open');
  await propertiesWindow(page, 'Berlin');
  const undo = page.getByRole('status', { name: 'What was done' }).getByRole('button', { name: 'Undo' });
  await undo.focus();
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Undone: policy “Berlin” is inactive now.')).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Active · Berlin · revision 3')).toBeVisible();
});

test('a file dropped on the list is shown before it is imported', async ({ page }) => {
  await open(page, '/groups/berlin/policies', 'small');
  const { body } = await api(page, 'GET', '/policies/labs/export');
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.policy.json', { type: 'application/json' }));
    return transfer;
  }, JSON.stringify(body));
  await table(page).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('dialog', { name: 'Import “Labs” into Berlin?' })).toBeVisible();
  expect(await policiesOf(page, 'berlin')).not.toContain('Labs: inactive');
});
