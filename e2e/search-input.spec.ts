import { expect, test } from './fixtures.ts';
import { inScenario, open } from './steps.ts';

const tooLong = 'Search for at most 200 characters.';

test('a text that is too long to search for is said below the box, and nothing is shown as found', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('xxxxx')) requested.push(request.url());
  });
  await open(page, '/groups/managed-devices/devices');
  const table = page.getByRole('table', { name: 'Devices' });
  await expect(table).toBeVisible();
  const box = page.getByRole('searchbox', { name: 'Search devices' });
  await box.fill('x'.repeat(5_000));
  await expect(box).toHaveAccessibleDescription(tooLong);
  await expect(page.getByText('Search text too long')).toBeVisible();
  await expect(table).toBeHidden();
  await expect(box).toHaveValue('x'.repeat(5_000));
  await page.reload();
  await expect(page.getByText('Search text too long')).toBeVisible();
  await box.fill('ber-');
  await expect(box).toHaveAccessibleDescription('');
  await expect(table).toBeVisible();
  expect(requested.filter((url) => url.includes('/api/'))).toEqual([]);
});

for (const [path, table] of [
  ['/groups/managed-devices/devices?', 'Devices'],
  ['/groups/managed-devices/policies?', 'Policies'],
  ['/groups/managed-devices/tasks?', 'IOC Scan tasks'],
  ['/detections?', 'Detections'],
  ['/audit?', 'Audit log'],
] as const)
  test(`a link to ${table} with a text that is too long finds nothing`, async ({ page }) => {
    await open(page, `${path}q=${'x'.repeat(300)}`);
    await expect(page.getByRole('searchbox', { name: /^Search/ })).toHaveAccessibleDescription(tooLong);
    await expect(page.getByText('Search text too long')).toBeVisible();
    await expect(page.getByRole('table', { name: table })).toBeHidden();
  });

test('so does Ctrl K', async ({ page }) => {
  await open(page, '/groups/berlin/devices');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Search or go to' });
  await box.fill('x'.repeat(201));
  await expect(page.getByRole('dialog').getByText(`Search text too long. ${tooLong}`)).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
});

for (const text of ['42', 'true', '12345678901234567890123456789012', 'null', '"quoted"'])
  test(`a link of somebody else searches for ${text}, letter by letter`, async ({ page }) => {
    // The router wrote a text that looks like a number, but stands for itself, in quotes.
    const q = text.replaceAll('"', '');
    const requested = page.waitForRequest((request) => new URL(request.url()).searchParams.get('search') === q);
    await open(page, `/groups/managed-devices/devices?q=${encodeURIComponent(text)}`);
    await expect(page.getByRole('searchbox', { name: 'Search devices' })).toHaveValue(q);
    await requested;
    await page.goto(inScenario(`/detections?q=${encodeURIComponent(text)}`));
    await expect(page.getByRole('searchbox', { name: 'Search detections' })).toHaveValue(q);
  });
