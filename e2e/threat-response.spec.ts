import { expect, test } from './fixtures.ts';
import { api, apply, open, propertiesWindow, simulateDetection } from './steps.ts';

const password = 'Correct-Horse-7-Battery';

test('an action is removed and added in a policy, and the focus stays where one works', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies?policy=baseline&section=threat-response');
  const window = page.getByRole('dialog', { name: /^Properties: / });
  const actions = window.getByRole('group', { name: 'Actions' });
  const notify = 'Notify device user';
  const remove = actions.getByRole('button', { name: `Remove ${notify}` });
  const add = async () => {
    await actions.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('menuitem', { name: notify }).click();
    await expect(remove).toBeVisible();
  };
  await remove.click();
  await expect(actions.locator('button:focus')).toBeVisible();
  await apply(window);
  await page.reload();
  await expect(actions.getByRole('button', { name: /^Remove / }).first()).toBeVisible();
  await expect(remove).toBeHidden();
  await add();
  await expect(actions.locator('button:focus')).toBeVisible();
  await apply(window);
});

test('the account is deleted and created, a wrong password is refused, and no password is kept', async ({ page }) => {
  // Read by the page itself: the browser keeps no body of an answer that was given up for a newer question.
  await page.addInitScript(() => {
    const answers: string[] = [];
    const ask = globalThis.fetch.bind(globalThis);
    Object.assign(globalThis, { answers });
    globalThis.fetch = async (...question) => {
      const response = await ask(...question);
      response
        .clone()
        .text()
        .then(
          (text) => answers.push(text),
          () => undefined,
        );
      return response;
    };
  });
  await open(page, '/groups/managed-devices/policies?policy=baseline&section=threat-response');
  const window = page.getByRole('dialog', { name: /^Properties: / });
  const authentication = window.getByRole('group', { name: 'Authentication on Administration Server' });
  await authentication.getByRole('button', { name: 'Delete account' }).click();
  const question = page.getByRole('dialog', { name: 'Delete the special account?' });
  await expect(question.getByText(/will not match any more/)).toBeVisible();
  await question.getByRole('button', { name: 'Delete account' }).click();
  await expect(authentication.getByText('set, does not match', { exact: true })).toBeVisible();

  await authentication.getByRole('button', { name: 'Create account' }).click();
  const create = page.getByRole('dialog', { name: 'Create account' });
  await create.getByLabel('Password', { exact: true }).fill(password);
  await create.getByLabel('Confirm password', { exact: true }).fill('another');
  await create.getByRole('button', { name: 'Create account' }).click();
  await expect(create.getByText('The two passwords differ.')).toBeVisible();
  await create.getByLabel('Confirm password', { exact: true }).fill(password);
  await create.getByRole('button', { name: 'Create account' }).click();
  await expect(authentication.getByText('set, matches the account')).toBeVisible();
  await apply(window);

  await authentication.getByRole('button', { name: 'Check password' }).click();
  const check = page.getByRole('dialog', { name: 'Check password' });
  await check.getByLabel('Account password', { exact: true }).fill(`${password}!`);
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(check.getByText('This password does not match the special account.')).toBeVisible();
  await expect(check.getByLabel('Account password', { exact: true })).toHaveValue('');
  await check.getByLabel('Account password', { exact: true }).fill(password);
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(check).toBeHidden();

  const stored = await page.evaluate(async () => {
    const all: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
      for (const store of db.objectStoreNames) {
        all.push(
          await new Promise((resolve) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => {
              resolve(request.result);
            };
          }),
        );
      }
      db.close();
    }
    return JSON.stringify(all);
  });
  expect(stored).toContain('account-');
  expect(stored).not.toContain(password);
  const answers = await page.evaluate(() => (globalThis as unknown as { answers: string[] }).answers);
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.join('')).toContain('account-');
  expect(answers.join('')).not.toContain(password);
});

test('with the box off a detection creates nothing, and leads to the window that says so', async ({ page }) => {
  await open(page, '/groups/managed-devices/policies?policy=baseline&section=threat-response');
  const window = page.getByRole('dialog', { name: /^Properties: / });
  const name = (await window.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
  await window.getByLabel('Take response actions on threats detected by Kaspersky Sandbox').uncheck();
  await window.getByRole('button', { name: 'OK', exact: true }).click();
  await expect(window).toBeHidden();
  const dialog = await simulateDetection(page, 'BER-WS-0001');
  const reason = dialog.getByRole('listitem').filter({ hasText: 'Response actions on threats' });
  await reason.getByRole('link', { name: /^Open / }).click();
  await propertiesWindow(page, name.replace('Properties: ', ''));
  await expect(page.getByRole('dialog').getByText('none of these actions is taken')).toBeVisible();
  await page.goto('/detections?status=no-task');
  const row = page.getByRole('table', { name: 'Detections' }).getByRole('row').filter({ hasText: 'BER-WS-0001' });
  await expect(row.first()).toContainText('Response actions on threats');
});

test('a legitimate application is no threat while its detection is off', async ({ page }) => {
  await open(page, '/groups/berlin/tasks');
  await page.getByRole('button', { name: 'Simulate a detection' }).first().click();
  await page.getByLabel('This is a legitimate application that adversaries can exploit').check();
  await expect(page.getByLabel('Kind of application')).toContainText('IRC client');
  await page.getByRole('button', { name: 'Cancel' }).click();
  const detect = async (kind: string) => {
    const { body } = await api(page, 'POST', '/detections', {
      body: {
        deviceId: 'ber-ws-0001',
        legitimateApplication: kind,
        objects: [{ fileName: 'mirc.exe', md5: 'a'.repeat(32) }],
      },
    });
    return body as { outcome: string; missing: readonly { condition: string }[] };
  };
  const found = await detect('irc-client');
  expect(found.outcome).toBe('no-task');
  expect(found.missing.map(({ condition }) => condition)).toContain('legitimate-applications-off');
});

test('an action is set on a device, saved, and given back to the policy', async ({ page }) => {
  const device = '/groups/labs/devices?device=lab-ws-0001&section=threat-response';
  await open(page, device, 'small');
  const window = page.getByRole('dialog', { name: /^Properties: / });
  const actions = window.getByRole('group', { name: 'Actions' });
  await expect(actions.getByText(/^Not set on this device/)).toBeVisible();
  await actions.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('menuitem', { name: 'Notify device user' }).click();
  await apply(window);
  await page.reload();
  await expect(window.getByRole('heading', { name: 'Properties: LAB-WS-0001' })).toBeVisible({ timeout: 15_000 });
  await expect(actions.getByRole('button', { name: 'Remove Notify device user' })).toBeVisible();
  await actions.getByRole('button', { name: 'Use the policy’s value' }).click();
  await expect(actions.getByRole('button', { name: 'Remove Notify device user' })).toBeHidden();
  await apply(window);
  await expect(actions.getByText(/^Not set on this device/)).toBeVisible();
});
