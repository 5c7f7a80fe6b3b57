import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { violationsInUse } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { api, configure, goTo, inScenario, open, openSection, propertiesWindow } from './steps.ts';

const devices = '/groups/berlin/devices';

/** Puts devices into what an earlier version of the console took for a time zone, as they lie on the disk. */
async function keepZone(page: Page, zone: string, ids: readonly string[]) {
  await open(page, devices, 'small');
  // A first change, so that there is a journal.
  await api(page, 'POST', '/devices/ber-ws-0001/status', { body: { status: 'online' } });
  await page.evaluate(
    ([timeZone, named]) =>
      new Promise<void>((resolve, reject) => {
        const record = (id: string) => ({
          id,
          groupId: 'berlin',
          name: id.toUpperCase(),
          operatingSystem: 'Windows 11 Pro',
          address: '10.0.0.1',
          timeZone,
          status: 'online',
        });
        const opening = indexedDB.open('vesper-small');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('journal', 'readwrite');
          const changes = { devices: { put: named.map(record) } };
          transaction.objectStore('journal').add({ changes, bytes: 500, whole: false });
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
        opening.onerror = () => {
          reject(new Error(opening.error?.message));
        };
      }),
    [zone, ids] as const,
  );
  // The worker that has the world ends with its last tab.
  await expect(async () => {
    await page.goto('about:blank');
    await open(page, devices, 'small');
    await expect(page.getByRole('table', { name: 'Devices' })).toContainText(`time zone not known: ${zone}`, {
      timeout: 3_000,
    });
  }).toPass();
}

const table = (page: Page, name = 'Devices') => page.getByRole('table', { name, exact: true });

test('devices in a zone that is none open, start nothing, say why, and are put right together', async ({ page }) => {
  await keepZone(page, 'PST', ['ber-ws-0001', 'ber-ws-0002']);
  const summary = page.getByRole('group', { name: 'What holds on the devices of this group' });
  await expect(summary).toContainText('2 never: time zone not known');

  // What decides a run says it too, and nobody can start it.
  await api(page, 'POST', '/detections', {
    body: { deviceId: 'ber-ws-0001', objects: [{ fileName: 'a.exe', md5: 'a'.repeat(32) }] },
  });
  await page.goto(inScenario('/groups/berlin/tasks?task=task-0001', 'small'));
  const run = page.getByRole('row', { name: /^(Select )?BER-WS-0001/ }).first();
  await expect(run).toContainText('Time zone not known');
  await run.getByRole('button', { name: /What decided the start/ }).click();
  const decided = page.getByRole('dialog', { name: 'What decided the start of this run?' });
  await expect(decided).toContainText('Starts nothing: time zone not known: PST');
  await page.keyboard.press('Escape');

  // Schedule counts them apart, and lists them.
  await page.goto(inScenario('/groups/berlin/schedule', 'small'));
  await page
    .getByRole('group', { name: 'Figures' })
    .getByRole('button', { name: /never: time zone not known/ })
    .click();
  await expect(table(page, 'Runs')).toContainText('time zone not known: PST');
  await expect(table(page, 'Runs').getByRole('row')).toHaveCount(3);
  await expect(table(page, 'Runs by time zone')).toContainText('time zone not known: PST');

  // They are found, and set in one change that can be taken back.
  await page.goto(inScenario(devices, 'small'));
  await summary.getByRole('link', { name: '2', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Status' })).toContainText('Time zone not known');
  await expect(table(page).getByRole('row')).toHaveCount(3);
  await page.getByRole('checkbox', { name: /Select all/ }).check();
  await page.getByRole('button', { name: 'Set time zone…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set the time zone of 2 devices' });
  await expect(dialog).toContainText('Now: time zone not known: PST (2).');
  await expect(dialog).toContainText('PST may mean America/Los_Angeles');
  await dialog.getByRole('combobox', { name: 'Time zone' }).click();
  await page.getByRole('option', { name: 'America/Los_Angeles' }).first().click();
  expect(await violationsInUse(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Set time zone of 2 devices' }).click();
  await expect(page.getByText('2 devices are in America/Los_Angeles now.')).toBeVisible();
  await expect(page.getByText('No devices here')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(table(page).getByRole('row')).toHaveCount(3);
});

test('the window of a device says that its zone is not known, and sets it', async ({ page }) => {
  await keepZone(page, 'IST', ['ber-ws-0001']);
  await table(page).getByRole('button', { name: 'BER-WS-0001', exact: true }).click();
  const window = await propertiesWindow(page, 'BER-WS-0001');
  await expect(window).toContainText('The time zone of this device is not known: IST');
  await openSection(window, 'Threat Response');
  await expect(window.getByRole('group', { name: 'Additional' })).toBeVisible();
  await openSection(window, 'General');
  await window.getByRole('button', { name: 'Set time zone…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set the time zone of BER-WS-0001' });
  await expect(dialog).toContainText('IST may mean Asia/Kolkata, Asia/Jerusalem, or Europe/Dublin.');
  const zone = dialog.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('calcutta');
  await page.getByRole('option', { name: /^Asia\/Kolkata/ }).click();
  await dialog.getByRole('button', { name: 'Set time zone', exact: true }).click();
  await expect(page.getByText('BER-WS-0001 is in Asia/Kolkata now.')).toBeVisible();
  await expect(window).toContainText('Asia/Kolkata, UTC+5:30');
  await expect(window).not.toContainText('is not known');
});

test.describe('the choosers of a time zone', () => {
  for (const [text, found] of [
    ['kiev', 'Europe/Kyiv'],
    ['kyiv', 'Europe/Kyiv'],
    ['calcutta', 'Asia/Kolkata'],
    ['kolkata', 'Asia/Kolkata'],
    ['godthab', 'America/Nuuk'],
    ['nuuk', 'America/Nuuk'],
  ] as const)
    test(`find ${found} by ${text} in Display settings`, async ({ page }) => {
      await open(page, '/groups/berlin/policies');
      await goTo(page, 'display');
      const dialog = page.getByRole('dialog', { name: 'Display settings' });
      await dialog.getByRole('combobox', { name: 'Time zone' }).fill(text);
      await page.getByRole('option', { name: new RegExp(`^${found}`) }).click();
      await expect(page.getByText(`Times in ${found}`)).toBeAttached();
    });

  test('are the same in the preview of a start and on the axis of Schedule', async ({ page }) => {
    await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
    const settings = await configure(page, await propertiesWindow(page, 'Berlin'));
    await settings.getByRole('combobox', { name: 'Time of a device in' }).fill('kiev');
    await page.getByRole('option', { name: /^Europe\/Kyiv/ }).click();
    await expect(settings.getByRole('combobox', { name: 'Time of a device in' })).toHaveValue('Europe/Kyiv');
    await page.goto(inScenario('/groups/berlin/schedule'));
    const axis = page.getByRole('combobox', { name: 'Time axis' });
    await expect(axis).toHaveValue('Your time: Europe/Berlin');
    await axis.fill('calcutta');
    await page.getByRole('option', { name: /^Asia\/Kolkata/ }).click();
    await expect(page).toHaveURL(/axis=Asia%2FKolkata/);
    await expect(axis).toHaveValue(/^Asia\/Kolkata/);
  });

  test('a link to an axis that is no zone shows one’s own time', async ({ page }) => {
    await open(page, '/groups/berlin/schedule?axis=PST');
    await expect(page.getByRole('combobox', { name: 'Time axis' })).toHaveValue('Your time: Europe/Berlin');
    await expect(page.getByRole('group', { name: 'Figures' })).toBeVisible();
  });
});

test('a remembered choice that is no zone is as if none was made', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('vesper.zone', 'PST');
  });
  await open(page, '/groups/berlin/policies');
  await expect(page.getByText('Times in Europe/Berlin')).toBeVisible();
  await goTo(page, 'display');
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('This browser’s: Europe/Berlin');
});

test('on a system whose zone the browser cannot make out, times are in UTC, and it is said', async ({ baseURL }) => {
  const { launchOptions } = test.info().project.use;
  const browser = await chromium.launch({ ...launchOptions, env: { ...process.env, TZ: 'UTC0' } });
  try {
    // The system's own zone, instead of that of the tests.
    const own: BrowserContextOptions = { locale: 'en-GB', ...(baseURL === undefined ? {} : { baseURL }) };
    Reflect.set(own, 'timezoneId', undefined);
    const page = await browser.newPage(own);
    expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('Etc/Unknown');
    await open(page, '/groups/berlin/policies');
    await expect(page.getByText('Times in UTC')).toBeVisible();
    await goTo(page, 'display');
    const dialog = page.getByRole('dialog', { name: 'Display settings' });
    await expect(dialog).toContainText('This browser does not know the time zone of your system.');
    await expect(dialog.getByRole('combobox', { name: 'Time zone' })).toHaveValue('This browser’s: UTC');
  } finally {
    await browser.close();
  }
});
