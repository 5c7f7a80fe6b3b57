import type { Page, Request } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  additional,
  api,
  apply,
  configure,
  fromTest,
  group,
  jumpTo,
  lock,
  ok,
  open,
  openPolicy,
  openSection,
  propertiesWindow,
  setInterval,
  simulateDetection,
} from './steps.ts';

/** A write as a person makes it, and the most requests it may cost beside the pulse. */
interface CountedWrite {
  readonly name: string;
  /** The write itself among them. */
  readonly allowed: number;
  /** Leads to the screen on which it is made, and returns what makes it. */
  readonly prepare: (page: Page) => Promise<() => Promise<unknown>>;
}

const policyRow = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'Policies' })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name, exact: true }) });

async function choosePolicyAction(page: Page, policy: string, action: string) {
  const table = page.getByRole('table', { name: 'Policies' });
  await table.getByRole('button', { name: `Actions for ${policy}`, exact: true }).click();
  await page.getByRole('menu').getByRole('menuitem', { name: action }).click();
}

const confirm = (page: Page, verb: string) =>
  page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click();

const openDetectionForm = async (page: Page) => {
  await page.getByRole('button', { name: 'Simulate a detection' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Simulate a detection' });
  await dialog.getByLabel('Device').fill('KTM-LT-0001');
  await page.getByRole('option', { name: 'KTM-LT-0001' }).click();
  await dialog.getByLabel('File name').fill('invoice.scr');
  await dialog.getByLabel('MD5').fill('0123456789abcdef0123456789abcdef');
  return dialog;
};

const writes: readonly CountedWrite[] = [
  {
    name: 'Apply in the Properties window of a policy',
    allowed: 4,
    async prepare(page) {
      await open(page, '/groups/berlin/policies', 'small');
      const window = await openPolicy(page, 'Berlin');
      await openSection(window, 'Threat Response');
      await lock(window).click();
      await expect(window.getByText(/no device|No device|devices? would/).first()).toBeVisible();
      return () => apply(window);
    },
  },
  {
    name: 'Apply in the Properties window of a device',
    allowed: 4,
    async prepare(page) {
      await open(page, '/groups/berlin/devices?device=ber-ws-0002&section=threat-response', 'demo');
      const window = await propertiesWindow(page, 'BER-WS-0002');
      const dialog = await configure(page, window);
      await setInterval(dialog, '22:00', '23:00');
      await ok(dialog);
      await expect(additional(window)).toContainText('22:00–23:00');
      return () => apply(window);
    },
  },
  {
    name: 'rename a group',
    allowed: 4,
    async prepare(page) {
      await open(page, '/groups/labs/devices', 'small');
      await group(page, 'Labs').click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Rename…' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Optics');
      return async () => {
        await page.keyboard.press('Enter');
        await expect(group(page, 'Optics')).toBeVisible();
      };
    },
  },
  {
    name: 'create a policy',
    allowed: 4,
    async prepare(page) {
      await open(page, '/groups/berlin/policies', 'small');
      await page.getByRole('button', { name: 'New policy' }).click();
      const form = page.getByRole('dialog', { name: 'New policy in Berlin' });
      await form.getByLabel('Name').fill('Nights');
      return async () => {
        await form.getByRole('button', { name: 'Create' }).click();
        await propertiesWindow(page, 'Nights');
      };
    },
  },
  {
    name: 'set the status of a policy',
    allowed: 4,
    async prepare(page) {
      await open(page, '/groups/berlin/policies', 'small');
      await choosePolicyAction(page, 'Berlin draft', 'Make active');
      await expect(page.getByRole('dialog').getByText(/would obey other settings/)).toBeVisible();
      return async () => {
        await confirm(page, 'Make active');
        await expect(policyRow(page, 'Berlin draft')).toContainText('Active, in effect here');
      };
    },
  },
  {
    name: 'delete a policy',
    allowed: 4,
    async prepare(page) {
      await open(page, '/groups/berlin/policies', 'small');
      await choosePolicyAction(page, 'Berlin', 'Delete');
      await expect(page.getByRole('dialog').getByText(/would obey other settings/)).toBeVisible();
      return async () => {
        await confirm(page, 'Delete');
        await expect(policyRow(page, 'Berlin')).toHaveCount(0);
      };
    },
  },
  {
    name: 'undo the deletion of a policy',
    allowed: 4,
    async prepare(page) {
      await open(page, '/groups/berlin/policies', 'small');
      await choosePolicyAction(page, 'Berlin', 'Delete');
      await confirm(page, 'Delete');
      await expect(policyRow(page, 'Berlin')).toHaveCount(0);
      return async () => {
        await page.keyboard.press('Control+z');
        await expect(policyRow(page, 'Berlin')).toContainText('Active, in effect here');
      };
    },
  },
  {
    name: 'start a run of a task by hand',
    allowed: 5,
    async prepare(page) {
      await open(page, '/groups/berlin/tasks', 'demo');
      await jumpTo(page, '2027-01-12T18:00:00Z');
      const dialog = await simulateDetection(page, 'BER-WS-0001');
      await dialog.getByRole('button', { name: 'Open the task' }).click();
      const task = page.getByRole('dialog', { name: /^Task: / });
      const start = task.getByRole('button', { name: 'Start BER-WS-0001' });
      await expect(start).toBeVisible();
      return async () => {
        await start.click();
        await expect(task.getByText('Started 1 run.')).toBeVisible();
      };
    },
  },
  {
    name: 'simulate a detection',
    allowed: 3,
    async prepare(page) {
      await open(page, '/groups/managed-devices/tasks', 'small');
      await jumpTo(page, '2027-01-12T18:00:00Z');
      const dialog = await openDetectionForm(page);
      return async () => {
        await dialog.getByRole('button', { name: 'Simulate' }).click();
        await expect(dialog.getByText('created an autonomous IOC Scan task')).toBeVisible();
      };
    },
  },
  {
    name: 'jump the simulated clock',
    allowed: 2,
    async prepare(page) {
      await open(page, '/groups/managed-devices/tasks', 'small');
      await jumpTo(page, '2027-01-12T18:00:00Z');
      await api(page, 'POST', '/detections', {
        body: {
          deviceId: 'ktm-lt-0001',
          objects: [{ fileName: 'invoice.scr', md5: '0123456789abcdef0123456789abcdef' }],
        },
      });
      await page.getByRole('button', { name: /^Simulated time/ }).click();
      const hour = page.getByRole('button', { name: '+1 hour', exact: true });
      await expect(hour).toBeVisible();
      return () => hour.click();
    },
  },
];

/** The requests under `/api/v1` that the page sends, and how many pulses are among them. */
function watchRequests(page: Page) {
  const sent: string[] = [];
  let pulses = 0;
  const onRequest = (request: Request) => {
    const { pathname, search } = new URL(request.url());
    if (!pathname.startsWith('/api/v1') || fromTest in request.headers()) return;
    if (pathname === '/api/v1/pulse') pulses += 1;
    else sent.push(`${request.method()} ${pathname.slice('/api/v1'.length)}${search}`);
  };
  page.on('request', onRequest);
  return {
    sent,
    /** Waits for a number of further pulses: a late second reading is one that a pulse asks for. */
    async forPulses(count: number) {
      const last = pulses + count;
      await expect.poll(() => pulses, { timeout: 30_000 }).toBeGreaterThanOrEqual(last);
    },
  };
}

for (const { name, allowed, prepare } of writes) {
  test(`${name}: at most ${String(allowed)} requests beside the pulse`, async ({ page }) => {
    const write = await prepare(page);
    const before = watchRequests(page);
    await before.forPulses(3);
    const requests = watchRequests(page);
    await write();
    await requests.forPulses(4);
    expect(requests.sent.length, requests.sent.join('\n')).toBeLessThanOrEqual(allowed);
  });
}
