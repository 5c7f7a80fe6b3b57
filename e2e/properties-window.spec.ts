import type { Page } from '@playwright/test';
import { expect, expecting, test } from './fixtures.ts';
import {
  additional,
  api,
  closeQuestion,
  configure,
  lock,
  ok,
  open,
  openSection,
  propertiesWindow,
  setInterval,
} from './steps.ts';

/** Lets the backend's answer to a save reach the page only once `release` was called. */
async function holdAnswers(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const send = window.fetch.bind(window);
    const released = new Promise<void>((resolve) => {
      window.addEventListener('release-answers', () => {
        resolve();
      });
    });
    window.fetch = async (input, init) => {
      const answer = await send(input, init);
      if (init?.method === 'PUT') await released;
      return answer;
    };
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event('release-answers')));
}

for (const button of ['Apply', 'OK'] as const) {
  test(`what is typed while ${button} waits for its answer is not lost`, async ({ page }) => {
    await open(page, '/groups/berlin/policies?policy=berlin&section=general');
    const window = await propertiesWindow(page, 'Berlin');
    const release = await holdAnswers(page);
    await window.getByLabel('Name').fill('Berlin one');
    await window.getByRole('button', { name: button, exact: true }).click();
    await expect(window.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await window.getByLabel('Name').fill('Berlin two');
    await release();
    const renamed = await propertiesWindow(page, 'Berlin one');
    await expect(renamed.getByLabel('Name')).toHaveValue('Berlin two');
    await expect(renamed.getByRole('status').filter({ hasText: '1 unsaved' })).toBeVisible();
    await renamed.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByRole('dialog').getByText('Everything is saved')).toBeVisible();
    expect((await api(page, 'GET', '/policies/berlin')).body).toMatchObject({ name: 'Berlin two', revision: 4 });
  });
}

test('Back does not leave while the question is open; Discard leaves once', async ({ page }) => {
  await open(page, '/groups/berlin/policies');
  await page.getByRole('table', { name: 'Policies' }).getByRole('button', { name: 'Berlin', exact: true }).click();
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByLabel('Name').fill('Berlin mine');
  await page.keyboard.press('Escape');
  await expect(closeQuestion(page)).toContainText('Name: Berlin → Berlin mine');
  await page.goBack();
  await expect(closeQuestion(page)).toBeVisible();
  await closeQuestion(page).getByRole('button', { name: 'Keep editing' }).click();
  await expect(window.getByLabel('Name')).toHaveValue('Berlin mine');
  await page.goBack();
  await closeQuestion(page).getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/\/groups\/berlin\/policies\?scenario=demo$/);
});

test('closing asks only when something differs, and a cancelled dialog changes nothing', async ({ page }) => {
  await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
  const window = await propertiesWindow(page, 'Berlin');
  const dialog = await configure(page, window);
  await setInterval(dialog, '22:00', '23:00');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText('Everything is saved')).toBeVisible();
  await lock(window).click();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await closeQuestion(page).getByRole('button', { name: 'Keep editing' }).click();
  await expect(lock(window)).toBeChecked();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await closeQuestion(page).getByRole('button', { name: 'Discard changes' }).click();
  await expect(window).toBeHidden();
});

test('an empty name disables OK and Apply, and says why', async ({ page }) => {
  await open(page, '/groups/berlin/policies?policy=berlin&section=general');
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByLabel('Name').fill('');
  await expect(window.getByRole('button', { name: 'OK', exact: true })).toBeDisabled();
  await expect(window.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await expect(window.getByRole('status').filter({ hasText: 'Enter a name.' })).toBeVisible();
});

test(
  'when a device was saved meanwhile, its window says what changed and keeps what was set here',
  expecting('412 PUT /devices/*', '412 POST /dry-run'),
  async ({ page }) => {
    await open(page, '/groups/berlin/devices?device=ber-ws-0002&section=threat-response');
    const window = await propertiesWindow(page, 'BER-WS-0002');
    const dialog = await configure(page, window);
    await setInterval(dialog, '22:00', '23:00');
    await ok(dialog);
    const { etag } = await api(page, 'GET', '/devices/ber-ws-0002/settings');
    const theirs = {
      additional: {
        iocScanning: { scope: 'system-drives', start: { mode: 'immediate' } },
        detectLegitimateApplications: false,
      },
    };
    const headers = { 'if-match': etag ?? '' };
    expect((await api(page, 'PUT', '/devices/ber-ws-0002/settings', { body: theirs, headers })).status).toBe(200);
    await window.getByRole('button', { name: 'Apply' }).click();
    await expect(window.getByText(/saved the settings of this device/)).toBeVisible();
    await expect(window.getByRole('row', { name: /^Scan start – .* 22:00–23:00$/ })).toBeVisible();
    await expect(additional(window)).toContainText('22:00–23:00');
    await window.getByRole('radiogroup', { name: 'Additional' }).getByRole('radio', { name: 'Mine' }).check();
    await window.getByRole('button', { name: 'Save merged' }).click();
    await expect(window.getByText('Everything is saved')).toBeVisible();
    expect(JSON.stringify((await api(page, 'GET', '/devices/ber-ws-0002/settings')).body)).toContain('"start":"22:00"');
  },
);

test('the list of unsaved changes can be read in full', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await open(page, '/groups/berlin/policies?policy=berlin&section=general');
  const window = await propertiesWindow(page, 'Berlin');
  await window.getByLabel('Name').fill(`Berlin ${'and more '.repeat(9)}`);
  await window.getByRole('checkbox', { name: /^Force/ }).check();
  await openSection(window, 'Threat Response');
  await lock(window).click();
  await window.getByRole('button', { name: /^Name: Berlin →/ }).click();
  const list = page.getByRole('dialog', { name: 'Unsaved changes' });
  await expect(list).toContainText('Force inheritance of settings in child policies: off → on');
  await expect(list).toContainText('Additional: Policy not enforced → Under policy');
});
