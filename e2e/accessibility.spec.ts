import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { open, simulateDetection } from './steps.ts';

const screens = [
  ['devices', '/groups/berlin/devices', 'table'],
  ['policies', '/groups/berlin/policies', 'table'],
  ['tasks', '/groups/berlin/tasks', 'table'],
  ['a policy, general', '/groups/berlin/policies?policy=berlin', 'dialog'],
  ['a policy, threat response', '/groups/berlin/policies?policy=berlin&section=threat-response', 'dialog'],
  ['a policy, revisions', '/groups/berlin/policies?policy=berlin&section=revisions', 'dialog'],
  ['a policy locked from above', '/groups/dc-frankfurt/policies?policy=kathmandu&section=threat-response', 'dialog'],
  [
    'IOC scanning settings',
    '/groups/berlin/policies?policy=offices-baseline&section=threat-response&dialog=ioc-scanning',
    'dialog',
  ],
  ['a device', '/groups/berlin/devices?device=ber-ws-0001', 'dialog'],
  ['a device, threat response', '/groups/berlin/devices?device=ber-ws-0001&section=threat-response', 'dialog'],
  ['a device, local tasks', '/groups/berlin/devices?device=ber-ws-0001&section=tasks', 'dialog'],
  ['a task', '/groups/berlin/tasks?task=task-0001', 'dialog'],
  ['simulate a detection', '/groups/berlin/devices?dialog=detection', 'dialog'],
  ['an unknown group', '/groups/nowhere/devices', 'heading'],
] as const;

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await open(page, '/groups/berlin/devices');
    const dialog = await simulateDetection(page, 'BER-WS-0001');
    await dialog.getByRole('button', { name: 'Close' }).click();
    for (const [name, path, role] of screens) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}scenario=demo`);
      await expect(page.getByRole(role).first()).toBeVisible();
      await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${name}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual(
        [],
      );
    }
  });
}
