import type { Page } from '@playwright/test';
import { violationsByColour, violationsInUse } from './axe.ts';
import { expect, expecting, test } from './fixtures.ts';
import { overPages } from './page-dialogs.ts';
import { savePolicy } from './policy-edits.ts';
import { api, closeQuestion, inScenario, lock, open, propertiesWindow, simulateDetection } from './steps.ts';

const screens = {
  tables: [
    ['devices', '/groups/berlin/devices', 'table'],
    ['policies', '/groups/berlin/policies', 'table'],
    ['tasks', '/groups/berlin/tasks', 'table'],
    ['an unknown group', '/groups/nowhere/devices', 'heading'],
  ],
  policies: [
    ['a policy, general', '/groups/berlin/policies?policy=berlin', 'dialog'],
    ['a policy, threat response', '/groups/berlin/policies?policy=berlin&section=threat-response', 'dialog'],
    ['a policy, revisions', '/groups/berlin/policies?policy=berlin&section=revisions', 'dialog'],
    ['a policy locked from above', '/groups/dc-frankfurt/policies?policy=kathmandu&section=threat-response', 'dialog'],
  ],
  'devices and tasks': [
    ['a device', '/groups/berlin/devices?device=ber-ws-0001', 'dialog'],
    ['a device, threat response', '/groups/berlin/devices?device=ber-ws-0001&section=threat-response', 'dialog'],
    ['a device, local tasks', '/groups/berlin/devices?device=ber-ws-0001&section=tasks', 'dialog'],
    ['a task', '/groups/berlin/tasks?task=task-0001', 'dialog'],
    ['what decided a run', '/groups/berlin/tasks?task=task-0001&decisionsOf=task-0001.ber-ws-0001', 'dialog'],
    ['simulate a detection', '/groups/berlin/devices?dialog=detection', 'dialog'],
    ['export an inventory', '/groups/berlin/devices?dialog=export-inventory', 'dialog'],
  ],
  'pages and explanations': [
    ['detections', '/detections', 'table'],
    ['import detections', '/detections?dialog=import-detections', 'dialog'],
    ['the audit log', '/audit', 'heading'],
    ['why, of a policy', '/groups/berlin/policies?policy=berlin&section=threat-response&why=additional', 'dialog'],
    ['why, of a device', '/groups/berlin/devices?why=additional&whyDevice=ber-ws-0001', 'dialog'],
    ['unassigned devices', '/groups/unassigned-devices/devices', 'table'],
  ],
} as const;

const iocDialog = '/groups/berlin/policies?policy=offices-baseline&section=threat-response&dialog=ioc-scanning';

const requested = { light: violationsInUse, dark: violationsByColour };

/** Asks axe about what can be used: by every rule in light, and by those of colours in dark. */
async function expectNoViolation(page: Page, name: string) {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await requested[theme](page), `${name}, ${theme}`).toEqual([]);
  }
}

test.describe('axe finds nothing in light and in dark:', () => {
  for (const [part, places] of Object.entries(screens)) {
    test(part, expecting('404 GET /groups/nowhere*'), async ({ page }) => {
      await open(page, '/groups/berlin/devices');
      if (part !== 'policies') {
        const body = {
          deviceId: 'ber-ws-0001',
          objects: [{ fileName: 'invoice.scr', path: '', md5: 'a'.repeat(32) }],
        };
        expect((await api(page, 'POST', '/detections', { body })).status).toBe(201);
      }
      for (const [name, path, role] of places) {
        await page.goto(inScenario(path));
        const whole = role === 'heading' ? page.getByRole(role, { level: 1 }) : page.getByRole(role);
        await expect(whole.first()).toBeVisible({ timeout: 20_000 });
        await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
        await expectNoViolation(page, name);
      }
    });
  }

  test('IOC scanning settings in each start mode', async ({ page }) => {
    await open(page, iocDialog);
    for (const mode of ['Manual start', /^Immediately/, /^Start within/]) {
      await page.getByRole('radio', { name: mode }).check();
      await expect(page.getByRole('slider').first()).toBeVisible();
      await expectNoViolation(page, String(mode));
    }
  });

  test('the conflict panel and the unsaved question', expecting('412 *'), async ({ page }) => {
    await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response');
    const window = await propertiesWindow(page, 'Berlin');
    await lock(window).click();
    await savePolicy(page, 'berlin', (was) => ({ ...was, name: 'Berlin theirs' }));
    await window.getByRole('button', { name: 'Apply' }).click();
    await expect(window.getByRole('button', { name: 'Save merged' })).toBeEnabled();
    await expectNoViolation(page, 'conflict');
    await page.keyboard.press('Escape');
    await expect(closeQuestion(page)).toBeVisible();
    await expectNoViolation(page, 'unsaved question');
  });

  for (const [part, places] of Object.entries(overPages)) {
    test(`what opens over ${part}`, expecting('412 *'), async ({ page }) => {
      // By its attribute: a dialog under another one has no role for those who cannot see it.
      const dialogs = page.locator('[role=dialog]');
      let at = '';
      for (const { name, path, act } of places) {
        if (path !== at) await open(page, path);
        at = path;
        if (/[?&](policy|device)=/.test(path)) await expect(dialogs.first()).toBeVisible();
        const before = await dialogs.count();
        await act(page);
        await expect(dialogs.last()).toBeVisible();
        await expect(page.getByText('Working out what would change…')).toHaveCount(0);
        await expectNoViolation(page, name);
        // Closed again, for the next one on the same page: that page is loaded once. A list within closes first.
        if (await page.getByRole('listbox').isVisible()) await page.keyboard.press('Escape');
        for (let left = await dialogs.count(); left > before; left -= 1) {
          await page.keyboard.press('Escape');
          await expect(dialogs).toHaveCount(left - 1);
        }
      }
    });
  }

  test('the schedule, as a picture, as a table and with a form open', async ({ page }) => {
    const search = 'at=20261124T1800Z&set=critical-areas_0100-0600&off=8_24&fate=waits';
    await open(page, `/groups/offices/schedule?${search}`);
    await expect(page.getByRole('slider')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Runs', exact: true })).toBeVisible();
    await expectNoViolation(page, 'schedule');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Starts over time' })).toBeVisible();
    await expectNoViolation(page, 'schedule as a table');
    await page.getByRole('button', { name: /^Settings/ }).click();
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await expectNoViolation(page, 'schedule, settings');
  });

  test('an inventory that was looked at, and a random stream', async ({ page }) => {
    await open(page, '/groups/berlin/devices?dialog=import-inventory');
    const dialog = page.getByRole('dialog', { name: 'Import inventory' });
    await expectNoViolation(page, 'nothing chosen');
    const buffer = Buffer.from('Name,Group path,Time zone,Room\nNEW-01,Labs,UTC,1\nNEW-02,Labs,Mars,2\n');
    await dialog
      .getByLabel('Device list')
      .locator('input')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    await expect(dialog.getByRole('table', { name: 'First lines' })).toBeVisible();
    await expectNoViolation(page, 'read');
    await dialog.getByRole('button', { name: 'Next: Map' }).click();
    await expect(dialog.getByRole('region', { name: 'Time zone values' })).toBeVisible();
    await expectNoViolation(page, 'mapped');
    await dialog.getByRole('button', { name: 'Next: Check' }).click();
    await expect(dialog.getByRole('button', { name: 'Import 1 valid row' })).toBeVisible();
    await expectNoViolation(page, 'checked');
    await open(page, '/groups/berlin/devices?dialog=detection');
    await page.getByRole('tab', { name: 'A random stream' }).click();
    await expect(page.getByText(/^20 detections on /)).toBeVisible();
    await expectNoViolation(page, 'stream');
  });

  test('the outcome of a detection', async ({ page }) => {
    await open(page, '/groups/berlin/devices');
    const dialog = await simulateDetection(page, 'BER-WS-0001');
    await expect(dialog.getByText('created an autonomous IOC Scan task')).toBeVisible();
    await expectNoViolation(page, 'outcome');
  });
});
