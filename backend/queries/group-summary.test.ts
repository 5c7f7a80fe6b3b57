import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { between, scanning } from '#mocks/seed/vocabulary.ts';

const group = (id: string) => ({ params: { groupId: groupIdSchema.parse(id) } });

test('the small world in one line, with a device set apart', async () => {
  const backend = createTestApp();
  await backend.call('updateDeviceSettings', {
    params: { deviceId: deviceIdSchema.parse('ber-ws-0001') },
    body: { additional: scanning(between('18:00', '22:00')) },
    ifMatch: '"0"',
  });
  const { body } = await backend.call('groupSummary', group('managed-devices'));
  expect(body.sentence).toBe(
    '2 of 7 scan 20:00–07:00 under Berlin; 2 by Labs; 1 by local settings; 1 by Baseline; 1 by Travellers',
  );
  expect(body.parts.map(({ count, decidedBy, policy }) => [count, decidedBy, policy?.name ?? null])).toContainEqual([
    1,
    'device',
    null,
  ]);
});

test('in the demo company the counts add up, and each leads to just that many devices, in every group', async () => {
  const backend = createTestApp('2026-11-24T12:00:00Z', makeWorld('demo', Date.parse('2026-11-24T12:00:00Z')));
  for (const id of ['managed-devices', 'offices', 'berlin', 'data-centres', 'field-laptops', 'laboratory']) {
    const { parts, total } = (await backend.call('groupSummary', group(id))).body;
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect((await backend.call('groupDevices', group(id))).body.total).toBe(total);
    expect(parts.map(({ count }) => count)).toEqual(parts.map(({ count }) => count).sort((a, b) => b - a));
    for (const { count, scanStart, scope, decidedBy, policy } of parts) {
      const query = { scanStart, scope, decidedBy, ...(policy ? { decidingPolicy: policy.id } : {}) };
      const listed = (await backend.call('groupDevices', { ...group(id), query })).body;
      expect(listed.total, JSON.stringify(query)).toBe(count);
      for (const row of listed.rows) {
        expect(row).toMatchObject({ scanStart, decidedBy, policyName: policy?.name ?? null });
      }
    }
  }
});

test('an empty group says so, an unknown one is not found, and an unknown decision is refused', async () => {
  const backend = createTestApp('2026-11-24T12:00:00Z', makeWorld('empty', 0));
  expect((await backend.call('groupSummary', group('managed-devices'))).body).toMatchObject({
    total: 0,
    parts: [],
    sentence: 'No devices here.',
  });
  expect((await backend.request('GET', '/groups/nowhere/summary')).status).toBe(404);
  const wrong = await backend.request('GET', '/groups/managed-devices/devices?decidedBy=chance');
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'query/decidedBy' }] } });
});
