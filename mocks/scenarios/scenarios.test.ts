import { describe, expect, test } from 'vitest';
import { hierarchyOf, pathTo } from '#domain/policy/policy.ts';
import { effectiveSetting } from '#domain/policy/effective-setting.ts';
import { objectKey, type World } from '../store/store.ts';
import { scenarioNamed } from './names.ts';
import { makeWorld } from './scenarios.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const demo = makeWorld('demo', now);
const hierarchy = hierarchyOf(demo.groups, demo.policies);
const named = ['demo', 'small', 'empty', 'crowded'];

describe.each(named)('the world %s', (name) => {
  const world = makeWorld(name, now);

  test('is the same every time but for its clock', () => {
    const { server, ...rest } = makeWorld(name, now + 86_400_000);
    const { server: before, ...same } = world;
    expect(rest).toEqual(same);
    expect(server[0]).toEqual({ ...before[0], clock: server[0]?.clock });
  });

  test('says its own name and hangs together: nothing is named twice, nothing points at what is not there', () => {
    expect(world.server[0]?.scenario).toBe(name);
    expect(faultsOf(world)).toEqual([]);
  });
});

test('an unknown name is the demo', () => {
  expect([...named, 'constructor', ''].map(scenarioNamed)).toEqual([...named, 'demo', 'demo']);
});

test('the empty world has a root with one active policy, the group of unassigned devices, and no devices', () => {
  const empty = makeWorld('empty', now);
  expect([empty.groups.length, empty.policies.length, empty.devices.length]).toEqual([2, 1, 0]);
});

describe('the demo company', () => {
  test('has about 1,200 devices in about 40 groups up to five levels deep, in at least twelve zones', () => {
    expect(demo.devices.length).toBeGreaterThan(1150);
    expect(demo.devices.length).toBeLessThan(1250);
    expect(demo.groups.length).toBeGreaterThan(35);
    expect(Math.max(...demo.groups.map((group) => pathTo(hierarchy, group.id).length - 1))).toBe(5);
    const zones = new Set(demo.devices.map((device) => device.timeZone));
    expect(zones.size).toBeGreaterThanOrEqual(12);
    for (const zone of ['Asia/Kathmandu', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Adelaide', 'America/Santiago'])
      expect(zones).toContain(zone);
  });

  test('has its share of devices that are off, away, or have settings of their own', () => {
    const share = (count: number) => count / demo.devices.length;
    const withStatus = (status: string) => share(demo.devices.filter((device) => device.status === status).length);
    expect(withStatus('online')).toBeCloseTo(0.88, 1);
    expect(withStatus('offline')).toBeCloseTo(0.08, 1);
    expect(withStatus('out-of-office')).toBeGreaterThan(0.02);
    expect(share(demo.localSettings.length)).toBeCloseTo(0.03, 1);
  });

  test('no two devices have the same address', () => {
    expect(new Set(demo.devices.map((device) => device.address)).size).toBe(demo.devices.length);
  });

  test('the histories lead to what the policies say: each save begins where the one before ended', () => {
    for (const policy of demo.policies) {
      const history = demo.revisions.filter((revision) => revision.object === objectKey('policy', policy.id));
      expect(history.map((revision) => revision.number)).toEqual(
        Array.from({ length: policy.revision }, (_, i) => i + 1),
      );
      expect(history.at(-1)?.atMs).toBe(policy.modifiedAtMs);
      const saves = history.slice(1).map((revision) => revision.changes);
      for (const [i, changes] of saves.entries()) {
        expect(changes).toHaveLength(1);
        if (i > 0) expect(changes[0]?.from).toBe(saves[i - 1]?.[0]?.to);
      }
    }
  });

  test('a rack has a value of its own that a policy above forbids it', () => {
    const inRack = demo.devices.find((device) => device.groupId === 'fra-rack-12');
    if (!inRack) throw new Error('no device in the rack');
    const { winner } = effectiveSetting(hierarchy, inRack, 'additional', null);
    expect(winner.source).toMatchObject({ kind: 'policy', policy: { name: 'Data centres' } });
    const own = demo.policies.find((policy) => policy.id === 'rack-12-tuning')?.settings.additional.value;
    expect(own).not.toEqual(winner.value);
  });
});

/** What is wrong with a world, in words. */
function faultsOf(world: World): string[] {
  const groups = new Set<string>(world.groups.map((group) => group.id));
  const devices = new Set<string>(world.devices.map((device) => device.id));
  const objects = new Set<string>([
    ...world.policies.map(({ id }) => objectKey('policy', id)),
    ...world.groups.map(({ id }) => objectKey('group', id)),
    ...world.localSettings.map(({ id }) => objectKey('device', id)),
  ]);
  const twice = Object.entries(world).flatMap(([collection, records]) =>
    new Set(records.map((record) => record.id)).size === records.length ? [] : [`${collection} has an id twice`],
  );
  const lost = [
    ...world.groups.filter((group) => group.parentId !== null && !groups.has(group.parentId)),
    ...[...world.devices, ...world.policies].filter((record) => !groups.has(record.groupId)),
    ...world.localSettings.filter((record) => !devices.has(record.id)),
    ...world.revisions.filter((revision) => !objects.has(revision.object)),
  ].map((record) => `${record.id} points nowhere`);
  const active = world.policies.filter((policy) => policy.status === 'active').map((policy) => policy.groupId);
  return [...twice, ...lost, ...(new Set(active).size === active.length ? [] : ['two active policies in one group'])];
}
