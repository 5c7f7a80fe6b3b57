import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, expecting, test } from './fixtures.ts';
import { additional, apply, configure, lock, ok, open, propertiesWindow, setInterval } from './steps.ts';

const why = (page: Page) => page.getByRole('dialog', { name: 'Why? Additional' });
/** The place of one voice in the chain, by the name it begins with. */
const candidate = (dialog: Locator, name: string) =>
  dialog.getByRole('list', { name: 'From Managed devices down' }).locator('> li', {
    has: dialog.page().getByText(name, { exact: true }),
    hasText: /Wins|Lost|Not set/,
  });

test('Why? of a policy that is locked from above names the winner, the losers, and leads to them', async ({ page }) => {
  await open(page, '/groups/fra-rack-12/policies?policy=rack-12-tuning&section=threat-response');
  const window = await propertiesWindow(page, 'Rack 12 tuning');
  await additional(window).getByRole('button', { name: 'Why? Additional' }).click();
  const dialog = why(page);
  await expect(dialog.getByText('01:00–05:00, locked by policy Data centres of group Data centres.')).toBeVisible();
  await expect(candidate(dialog, 'Rack 12 tuning')).toContainText('Lost');
  await expect(candidate(dialog, 'Rack 12 tuning')).toContainText('has these settings under policy');
  await expect(candidate(dialog, 'Baseline')).toContainText('Its lock is open, so it hands nothing down');
  const winner = dialog.getByRole('listitem').filter({ hasText: 'Wins' });
  await expect(winner).toHaveCount(1);
  await expect(winner).toContainText('Data centres');
  await expect(winner).toContainText('Revision 5');
  await expect(dialog.getByText(/^Times in .+, your time zone\.$/)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.reload();
  await winner.getByRole('button', { name: 'Data centres' }).click();
  await propertiesWindow(page, 'Data centres');
  expect(new URL(page.url()).pathname).toBe('/groups/fra-rack-12/policies');
});

test('Why? of a device: what is set on it wins, and a device out of office obeys the out-of-office policy', async ({
  page,
}) => {
  await open(page, '/groups/managed-devices/devices?decidedBy=device&q=CCU-WS-0016');
  await page.getByRole('button', { name: 'Why? CCU-WS-0016' }).click();
  await expect(why(page).getByText('Manual start, set on the device.')).toBeVisible();
  await expect(candidate(why(page), 'On the device')).toContainText('leaves the lock open, so the device decides');
  await expect(candidate(why(page), 'Application default')).toContainText('Lost');
  await why(page).getByRole('button', { name: 'Close' }).click();
  await expect(why(page)).toBeHidden();

  await page.goto('/groups/berlin/devices?scenario=demo&status=out-of-office');
  await page
    .getByRole('button', { name: /^Why\? BER-/ })
    .first()
    .click();
  await expect(why(page).getByText('At once, locked by policy Travellers of group Managed devices.')).toBeVisible();
  await expect(candidate(why(page), 'Travellers')).toContainText('Wins');
  await expect(
    why(page)
      .getByText(/The device is out of office and obeys the out-of-office policy/)
      .first(),
  ).toBeVisible();
});

test('Why? over unsaved edits explains what is saved and says so; the text can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
  const window = await propertiesWindow(page, 'Berlin');
  await lock(window).check();
  await additional(window).getByRole('button', { name: 'Why? Additional' }).click();
  await expect(why(page).getByText('Manual start, from policy Berlin, not enforced.')).toBeVisible();
  await expect(why(page).getByText('This explains what is saved.')).toBeVisible();
  await why(page).getByRole('button', { name: 'Copy as text' }).click();
  await expect(why(page).getByText('Copied')).toBeVisible();
  await expect(why(page).getByText(/^Berlin, revision \d+, M\. Admin, \d/)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Decided: from policy Berlin, not enforced.');
  expect(copied).toMatch(/^Decided in: revision \d+, saved by M\. Admin at \d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d\.$/m);
});

test('each number of the group’s summary leads to exactly that many devices', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies');
  const line = page.getByRole('group', { name: 'What holds on the devices of this group' });
  await line.getByRole('button', { name: /other ways/ }).click();
  await expect(line.getByRole('link').nth(5)).toBeVisible();
  const numbers = await line.getByRole('link').allTextContents();
  const counts = numbers.map((text) => Number(text.replace(',', '')));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1186);
  for (const [i, count] of counts.entries()) {
    await line.getByRole('link').nth(i).click();
    await expect(page.getByRole('button', { name: `Export ${count.toLocaleString('en')} as CSV` })).toBeVisible();
  }
  await page.getByRole('button', { name: /^Remove the filter: / }).click();
  await expect(page.getByRole('button', { name: 'Export 1,186 as CSV' })).toBeVisible();
});

test(
  'the audit log says old → new of a save, and takes it back',
  expecting('409 POST /changes/*'),
  async ({ page }) => {
    await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
    const window = await propertiesWindow(page, 'Berlin');
    const dialog = await configure(page, window);
    await setInterval(dialog, '21:00', '05:00');
    await ok(dialog);
    await apply(window);
    await ok(window);
    await page.getByRole('navigation', { name: 'Beside the groups' }).getByRole('link', { name: 'Audit log' }).click();
    await expect(page).toHaveTitle('Audit log – Vesper');
    const rows = page.getByRole('table', { name: 'Audit log' }).locator('tbody tr');
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('M. Admin');
    await expect(rows.first()).toContainText('Scan start: Manual start → 21:00–05:00');

    await page.getByRole('button', { name: 'Undo Policy saved, Berlin' }).click();
    const question = page.getByRole('dialog', { name: 'Undo “Policy saved” of Berlin?' });
    await expect(question.getByText('Scan start back to Manual start')).toBeVisible();
    await question.getByRole('button', { name: 'Undo this change' }).click();
    await expect(rows.first()).toContainText('Scan start: 21:00–05:00 → Manual start');

    // What was changed since is not lost: the answer says why not.
    await page.getByRole('button', { name: 'Undo Policy saved, Berlin' }).click();
    await question.getByRole('button', { name: 'Undo this change' }).click();
    await expect(question.getByText(/“Berlin” was changed since/)).toBeVisible();
    await question.getByRole('button', { name: 'Cancel' }).click();

    await page.getByLabel('Filter by object').fill('nowhere');
    await page.getByRole('button', { name: 'Show the whole audit log' }).click();
    await expect(rows).toHaveCount(2);
    expect(await violations(page)).toEqual([]);
  },
);

test('scan durations are saved once they differ, and a wrong one says so at its field', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await page.getByRole('button', { name: /^Simulated time/ }).click();
  const form = page.getByRole('form', { name: 'Scan durations' });
  const longest = form.getByLabel('Critical file areas: longest scan, in minutes');
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await longest.fill('2');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(longest).toHaveAccessibleDescription('The longest scan may not be shorter than the shortest.');
  await longest.fill('30');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Scan durations are saved.')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.reload();
  await page.getByRole('button', { name: /^Simulated time/ }).click();
  await expect(longest).toHaveValue('30');
});
