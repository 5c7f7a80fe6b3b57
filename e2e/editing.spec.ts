import type { Page } from '@playwright/test';
import { expect, expecting, test } from './fixtures.ts';
import { deletePolicy, readPolicy, savePolicy } from './policy-edits.ts';
import {
  additional,
  api,
  apply,
  closeQuestion,
  configure,
  ok,
  open,
  openPolicy,
  openSection,
  propertiesWindow,
} from './steps.ts';

const berlin = '/groups/berlin/policies?policy=berlin&section=general';
const startOf = async (page: Page) =>
  (await readPolicy(page, 'berlin')).draft.settings.additional.value.iocScanning.start;
const reopen = async (page: Page) => {
  await page.getByRole('table', { name: 'Policies' }).getByRole('button', { name: 'Berlin', exact: true }).click();
  return propertiesWindow(page, 'Berlin');
};
/** What the browser tells a page to which its person comes back from another one. */
const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

test('Cancel saves nothing, Apply saves and stays, OK saves and closes; the dialog’s OK saves nothing by itself', async ({
  page,
}) => {
  await open(page, berlin, 'small');
  const window = await propertiesWindow(page, 'Berlin');
  const button = (name: string) => window.getByRole('button', { name, exact: true });
  const question = closeQuestion(page);

  // What was typed and taken back differs in nothing: nothing to apply, nothing to ask.
  await expect(button('Apply')).toBeDisabled();
  await window.getByLabel('Name').fill('Berlin mine');
  await expect(button('Apply')).toBeEnabled();
  await window.getByLabel('Name').fill('Berlin');
  await expect(button('Apply')).toBeDisabled();
  await button('Cancel').click();
  await expect(window).toBeHidden();

  await reopen(page);
  await openSection(window, 'Threat Response');
  const dialog = await configure(page, window);
  await dialog.getByRole('radio', { name: /^Immediately/ }).check();
  await ok(dialog);
  await expect(additional(window)).toContainText('Immediately after Kaspersky Sandbox detects a threat');
  await expect(window.getByRole('status').filter({ hasText: '1 unsaved' })).toBeVisible();
  // A turned or narrowed screen loses nothing of it.
  for (const width of [400, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('button', { name: 'Groups', exact: true, includeHidden: true })).toHaveCount(
      width === 400 ? 1 : 0,
    );
    await expect(additional(window)).toContainText('Immediately after Kaspersky Sandbox detects a threat');
  }
  expect(await startOf(page)).toMatchObject({ mode: 'interval' });
  await button('Cancel').click();
  await question.getByRole('button', { name: 'Discard changes' }).click();
  await expect(window).toBeHidden();
  expect(await startOf(page)).toMatchObject({ mode: 'interval' });

  await reopen(page);
  await openSection(window, 'Threat Response');
  await configure(page, window);
  await dialog.getByRole('radio', { name: /^Immediately/ }).check();
  await ok(dialog);
  await apply(window);
  expect(await startOf(page)).toEqual({ mode: 'immediate' });
  await configure(page, window);
  await dialog.getByRole('radio', { name: 'Manual start' }).check();
  await ok(dialog);
  await ok(window);
  await expect(window).toBeHidden();
  expect(await startOf(page)).toEqual({ mode: 'manual' });
});

test(
  'before Apply the footer says what would be refused, and after another save that it is told once that is seen',
  expecting('422 POST /dry-run', '412 POST /dry-run'),
  async ({ page }) => {
    await open(page, berlin, 'small');
    const window = await propertiesWindow(page, 'Berlin');
    const expectedText = (text: string | RegExp) => window.getByRole('status').filter({ hasText: text });
    await window.getByLabel('Name').fill('Berlin draft');
    await expect(expectedText('“Berlin draft” is there already in this group. Choose another name.')).toBeVisible();
    await window.getByLabel('Name').fill('Berlin');

    // Nothing is edited: coming back to the page shows what was saved elsewhere, and the next save stands on it.
    await savePolicy(page, 'berlin', (was) => ({ ...was, name: 'Berlin theirs' }), 'j-keller');
    await comeBack(page);
    const theirs = await propertiesWindow(page, 'Berlin theirs');
    await expect(theirs.getByLabel('Name')).toHaveValue('Berlin theirs');

    // Something is edited: it stays, and what is told never takes the other save for one’s own undoing.
    await theirs.getByRole('checkbox', { name: /^Force inheritance/ }).check();
    await savePolicy(page, 'berlin', (was) => ({ ...was, status: 'inactive' }), 'j-keller');
    const footer = theirs.getByRole('status');
    await expect(footer.filter({ hasText: 'J. Keller saved revision 3: review it before applying' })).toBeVisible();
    await theirs.getByRole('button', { name: 'Apply' }).click();
    await expect(theirs.getByText(/^J\. Keller saved revision 3 meanwhile/)).toBeVisible();
    const choice = theirs.getByRole('radiogroup', { name: 'General' });
    await choice.getByRole('radio', { name: 'Theirs' }).check();
    await expect(theirs.getByRole('status').filter({ hasText: 'review it before applying' })).toHaveCount(0);
    await choice.getByRole('radio', { name: 'Mine' }).check();
    await expect(footer.filter({ hasText: 'no device affected' })).toBeVisible();
  },
);

test('a description that is too long is refused in the form, and by the backend at its field', async ({ page }) => {
  await open(page, '/groups/labs/policies', 'small');
  await savePolicy(page, 'labs', (was) => ({ ...was, force: true }));
  await openSection(await openPolicy(page, 'Labs'), 'Revision history');
  await page.getByRole('button', { name: 'Describe revision 2' }).click();
  const form = page.getByRole('dialog', { name: 'Describe revision 2' });
  const field = form.getByRole('textbox', { name: 'Description of revision 2' });
  await field.fill('x'.repeat(1001));
  await expect(field).toHaveAccessibleDescription('A description has at most 1000 characters.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeVisible();
  const sent = await api(page, 'PUT', '/history/policy/labs/2', { body: { description: 'x'.repeat(1001) } });
  expect(sent).toMatchObject({
    status: 422,
    body: { errors: [{ path: '/description', message: 'A description has at most 1000 characters.' }] },
  });
  await field.fill('x'.repeat(1000));
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
});

test('the audit log leads to the history of a policy that was deleted, from which it comes back inactive', async ({
  page,
}) => {
  await open(page, '/groups/berlin/policies', 'small');
  await deletePolicy(page, 'berlin');
  await page.goto('/audit?scenario=small');
  await page.getByRole('button', { name: 'Policy deleted', exact: true }).click();
  const details = page.getByRole('dialog', { name: 'Policy deleted' });
  await details.getByRole('button', { name: 'Revision history of Berlin' }).click();
  const history = page.getByRole('dialog', { name: 'Revision history: Berlin' });
  await page.reload();
  await history.getByRole('button', { name: 'Restore revision 1' }).click();
  const question = page.getByRole('dialog', { name: 'Restore revision 1?' });
  await expect(question).toContainText('It was deleted, and comes back with what this revision said: inactive');
  await question.getByRole('button', { name: 'Restore revision 1' }).click();
  await expect(history.getByText('in force')).toBeVisible();
  await page.goto('/groups/berlin/policies?scenario=small');
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Berlin', exact: true }) });
  await expect(row).toContainText('Inactive');
  await expect(row).toContainText('2');
});

test(
  'a tab signed in as somebody the server does not know says so, and lets one sign in as a user there is',
  expecting('401 *'),
  async ({ page }) => {
    await open(page, '/groups/berlin/policies', 'small');
    await page.evaluate(() => {
      sessionStorage.setItem('vesper.user', 'nobody');
    });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'The server does not know who is signed in here' })).toBeVisible();
    await page.getByRole('button', { name: 'Sign in as J. Keller' }).click();
    await expect(page.getByRole('banner').getByRole('button', { name: 'J. Keller' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Policies' })).toBeVisible();
  },
);
