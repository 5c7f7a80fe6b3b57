import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { api, jumpTo, open } from './steps.ts';

/** Damages the status of a device wherever the journal of a data set holds it. */
const damage = (page: Page, scenario: string, device: string) =>
  page.evaluate(
    ([name, id]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => {
          reject(new Error(opening.error?.message));
        };
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('journal', 'readwrite');
          const reading = transaction.objectStore('journal').openCursor();
          reading.onsuccess = () => {
            const cursor = reading.result;
            if (!cursor) return;
            const entry = cursor.value as { changes: { devices?: { put?: { id: string; status: unknown }[] } } };
            for (const record of entry.changes.devices?.put ?? []) if (record.id === id) record.status = 7;
            cursor.update(entry);
            cursor.continue();
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [`vesper-${scenario}`, device] as const,
  );

const importBack = (page: Page) =>
  page.evaluate(async () => {
    const address = '/api/v1/inventory/import?valid=1&created=1&updated=0&newGroups=0';
    const body = 'Name,Group path,Time zone\nBER-WS-0001,Offices/Berlin,Europe/Berlin\n';
    return (await fetch(address, { method: 'POST', headers: { 'content-type': 'text/csv' }, body })).status;
  });

test('a record that cannot be read is told, stops nothing else, and what failed for it can be retried', async ({
  page,
}) => {
  await open(page, '/groups/managed-devices/devices', 'small');
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const objects = [{ fileName: 'invoice.scr', md5: '0123456789abcdef0123456789abcdef' }];
  const body = { deviceId: 'ber-ws-0001', at: inHours(1), objects };
  expect((await api(page, 'POST', '/detections', { body })).status).toBe(201);
  await api(page, 'POST', '/devices/ber-ws-0001/status', { body: { status: 'out-of-office' } });
  await damage(page, 'small', 'ber-ws-0001');

  const notice = page.getByText('1 stored record could not be read and was set aside: device BER-WS-0001 (status).');
  // The worker with the world of before may live on for a moment after its last tab.
  await expect(async () => {
    await page.goto('about:blank');
    await open(page, '/groups/managed-devices/devices', 'small');
    await expect(notice).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(page.getByRole('row').filter({ hasText: 'BER-WS-0002' })).toBeVisible();

  await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Stored records that could not be read' });
  await expect(details.getByRole('row').filter({ hasText: 'Device BER-WS-0001' })).toContainText('It was set aside.');
  const saving = page.waitForEvent('download');
  await details.getByRole('button', { name: 'Download (JSON)' }).click();
  expect((await saving).suggestedFilename()).toBe('damaged-records.json');
  await details.getByRole('button', { name: 'Close' }).click();

  await jumpTo(page, inHours(2));
  await open(page, '/detections', 'small');
  const row = page.getByRole('row').filter({ hasText: 'invoice.scr' });
  await expect(row).toContainText('Failed');
  await expect(row).toContainText('There is no device “ber-ws-0001”.');
  const failed = page.getByRole('status').filter({ hasText: 'could not be processed' });
  await expect(failed).toContainText('1 detection could not be processed.');
  await failed.getByRole('button', { name: 'Retry all' }).click();
  await expect(failed).toContainText('Retried: 0 processed, 1 failed again.');

  expect(await importBack(page)).toBe(200);
  await row.getByRole('button', { name: /^Retry the detection/ }).click();
  await expect(row).toContainText('Task created');
  await expect(failed).toBeHidden();
});
