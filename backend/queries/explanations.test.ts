import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceIdSchema, policyIdSchema } from '#domain/ids.ts';
import { effectiveSetting } from '#domain/policy/effective-setting.ts';
import { explainDevice } from '#domain/policy/explanation.ts';
import { explanationText } from '#domain/policy/explanation-text.ts';
import { aStatus, aTree } from '#domain/policy/testing/policy-trees.ts';
import { describeValue } from '#domain/policy/setting-words.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { bodyOf } from '#mocks/testing/policy-body.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { aDevice, manually, scanning } from '#mocks/seed/vocabulary.ts';
import { caseCount } from '#mocks/testing/depth.ts';

const device = (id: string) => ({ deviceId: deviceIdSchema.parse(id), settingsGroup: 'additional' as const });

describe('an explanation', () => {
  test('of a device: its chain from the root down, the winner, and who saved what when', async () => {
    const { body } = await createTestApp().call('explainDevice', { params: device('ber-ws-0001') });
    expect(body).toMatchObject({
      subject: { kind: 'device', id: 'ber-ws-0001', name: 'BER-WS-0001' },
      settings: 'additional',
      sentence: 'from policy Berlin, not enforced',
      device: { outcome: 'not-set', lines: [] },
      default: { outcome: 'lost', beatenBy: { name: 'Berlin' } },
    });
    expect(body.lines).toContainEqual({ setting: 'Scan start', value: '20:00–07:00' });
    expect(body.levels.map(({ group, entries }) => [group.name, entries.map((e) => e.policy.name)])).toEqual([
      ['Managed devices', ['Baseline']],
      ['Offices', ['Travellers']],
      ['Berlin', ['Berlin', 'Berlin draft']],
    ]);
    expect(body.levels[2]?.entries[0]).toMatchObject({
      outcome: 'wins',
      revision: 1,
      modifiedAt: '2026-11-02T09:30:00.000Z',
      modifiedBy: 'M. Admin',
    });
    expect(body.text).toContain('Decided: from policy Berlin, not enforced.');
  });

  test('names the revision that decided, who saved it and when, in the zone that is asked for', async () => {
    const backend = createTestApp();
    const query = { zone: 'Europe/Berlin' };
    const { body } = await backend.call('explainDevice', { params: device('ber-ws-0001'), query });
    expect(body.saved).toEqual({ revision: 1, modifiedBy: 'M. Admin', modifiedAt: '2026-11-02T09:30:00.000Z' });
    const saved = 'revision 1, saved by M. Admin at 2026-11-02T10:30:00+01:00';
    expect(body.text.split('\n')).toEqual(
      expect.arrayContaining([
        `Decided in: ${saved}.`,
        'As of 2026-11-24T13:00:00+01:00 (times in Europe/Berlin).',
        expect.stringContaining(`  Berlin (Active, Policy not enforced; ${saved}): `),
      ]),
    );

    const [now, later] = ['2026-11-24T12:00:00.000Z', '2026-11-24T13:00:00.000Z'];
    const { deviceId } = device('ber-ws-0001');
    const { etag } = await backend.call('deviceSettings', { params: { deviceId } });
    const values = { additional: scanning(manually, 'system-drives') };
    backend.pass(3_600_000);
    await backend.call('updateDeviceSettings', { params: { deviceId }, body: values, ifMatch: etag ?? '' });
    const onDevice = (await backend.call('explainDevice', { params: device('ber-ws-0001'), query })).body;
    expect(onDevice.saved).toMatchObject({ modifiedBy: 'M. Admin', modifiedAt: later });
    expect(onDevice.device?.saved).toEqual(onDevice.saved);
    expect(onDevice.text).toContain('saved by M. Admin at 2026-11-24T14:00:00+01:00');
    expect(body.asOf).toBe(now);
    expect((await backend.request('GET', '/devices/ber-ws-0001/explanations/additional?zone=Nowhere')).status).toBe(
      422,
    );
  });

  test('of a policy: an inactive one says that no device obeys it', async () => {
    const params = { policyId: policyIdSchema.parse('berlin-draft'), settingsGroup: 'actions' as const };
    const { body } = await createTestApp().call('explainPolicy', { params });
    expect(body).toMatchObject({
      device: null,
      notes: ['Berlin draft is inactive: no device obeys it.'],
      sentence: 'locked by policy Baseline of group Managed devices',
    });
  });

  test('of nothing: a device, a policy or a group of settings that is not there is not found', async () => {
    const backend = createTestApp();
    for (const path of [
      '/devices/nobody/explanations/additional',
      '/policies/nobody/explanations/additional',
      '/devices/ber-ws-0001/explanations/everything',
    ]) {
      expect((await backend.request('GET', path)).status, path).toBe(404);
    }
  });
});

test('on 1,000 random worlds the API says what the pure functions say', async () => {
  const world = makeWorld('empty', 0);
  const backend = createTestApp('2026-11-24T12:00:00Z', world);
  const saved = { revision: 1, modifiedAtMs: 0, modifiedBy: 'M. Admin' };
  const params = { deviceId: deviceIdSchema.parse('a-device') };
  await fc.assert(
    fc.asyncProperty(aTree, aStatus, fc.boolean(), async ({ h, last }, status, hasLocal) => {
      const subject = { ...aDevice('A-DEVICE', last, 'Europe/Berlin', { status }), groupId: last };
      const set = hasLocal ? scanning(manually, 'system-drives') : null;
      const values = { actions: null, authentication: null, additional: set };
      await backend.store.replace({
        ...world,
        groups: [...h.groups.values()].map((group) => ({ ...group, ...saved })),
        policies: [...h.policies.values()].flat().map((policy) => ({ ...policy, ...saved })),
        devices: [subject],
        localSettings: [{ id: subject.id, values, ...saved }],
      });
      const expected = explainDevice(h, subject, 'additional', set);
      const { winner, losers } = effectiveSetting(h, subject, 'additional', set);
      const explained = (await backend.call('explainDevice', { params: { ...params, settingsGroup: 'additional' } }))
        .body;
      const revision = 'revision 1, saved by M. Admin at 1970-01-01T00:00:00+00:00';
      const evidence = {
        ofPolicy: () => revision,
        onDevice: hasLocal ? revision : null,
        asOf: '2026-11-24T12:00:00+00:00 (times in UTC)',
      };
      expect(explained.text).toBe(explanationText(h, expected, 'A-DEVICE', evidence));
      const { additional } = (await backend.call('deviceSettings', { params })).body;
      expect([
        explained.lines.map((line) => [line.setting, line.value]),
        explained.levels.map(({ entries }) => entries.map((e) => [e.policy.id, e.outcome, e.beatenBy?.id])),
        additional.value,
        additional.source.kind,
        additional.losers.map(({ because }) => because),
      ]).toEqual([
        describeValue('additional', winner.value),
        expected.levels.map(({ entries }) => entries.map((e) => [e.policy.id, e.outcome, e.beatenBy?.id])),
        winner.value,
        winner.source.kind,
        losers.map(({ because }) => because),
      ]);
    }),
    { numRuns: caseCount(1_000), seed: 23 },
  );
});

describe('an explanation of a draft', () => {
  const additional = scanning(manually);
  async function draftOf(backend: ReturnType<typeof createTestApp>, policy: string, lock: 'open' | 'closed') {
    const { body } = await backend.call('policy', { params: { policyId: policyIdSchema.parse(policy) } });
    const edit = bodyOf(body);
    const settings = { ...edit.settings, additional: { lock, value: additional } };
    return {
      operation: 'updatePolicy' as const,
      params: { policyId: policy },
      query: {},
      body: { ...edit, inherit: true, settings },
    };
  }

  test('says what would hold, who would decide it, and what of it is not saved; nothing is written', async () => {
    const backend = createTestApp();
    const before = await backend.store.version();
    const saved = (await backend.call('explainDevice', { params: device('ber-ws-0001') })).body;
    const body = await draftOf(backend, 'baseline', 'closed');
    const draft = (await backend.call('explainDraft', { params: device('ber-ws-0001'), body })).body;
    expect(saved.sentence).toBe('from policy Berlin, not enforced');
    expect(draft.sentence).toBe('locked by policy Baseline of group Managed devices');
    expect(draft.lines).toContainEqual({ setting: 'Scan start', value: 'Manual start' });
    const [root, , berlin] = draft.levels;
    expect(root?.entries[0]).toMatchObject({ outcome: 'wins', draft: 'changed' });
    expect(berlin?.entries[0]).toMatchObject({ outcome: 'lost', draft: null, revision: 1 });
    expect(draft).toMatchObject({ saved: null, device: { outcome: 'not-set', draft: false, saved: null } });
    expect(draft.text).toContain('Decided in: draft, not saved.');
    expect(saved.levels.flatMap(({ entries }) => entries.map((entry) => entry.draft))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await backend.store.version()).toBe(before);
  });

  test('tells a policy that is new in it, and what is set on the device in it', async () => {
    const backend = createTestApp();
    const { body: update } = await draftOf(backend, 'berlin', 'closed');
    const created = {
      operation: 'createPolicy' as const,
      params: { groupId: 'berlin' },
      query: {},
      body: { name: 'Night shift', status: 'active' },
    };
    const params = device('ber-ws-0001');
    const withNew = (await backend.call('explainDraft', { params, body: created })).body;
    const entries = withNew.levels.flatMap((level) => level.entries);
    expect(entries.find(({ draft }) => draft === 'new')?.policy.name).toBe('Night shift');
    const values = { actions: null, authentication: null, additional: update.settings.additional.value };
    const local = {
      operation: 'updateDeviceSettings' as const,
      params: { deviceId: 'ber-ws-0001' },
      query: {},
      body: values,
    };
    const onDevice = (await backend.call('explainDraft', { params, body: local })).body;
    expect(onDevice).toMatchObject({
      sentence: 'set on the device',
      saved: null,
      device: { outcome: 'wins', draft: true, saved: null },
    });
    expect(onDevice.text).toContain('On the device (draft, not saved)');
  });

  test('is refused as the write itself would be', async () => {
    const refused = await createTestApp().request('POST', '/devices/ber-ws-0001/explanations/additional', {
      body: JSON.stringify({ operation: 'deletePolicy', params: { policyId: 'nowhere' } }),
    });
    expect(refused.status).toBe(404);
  });
});
