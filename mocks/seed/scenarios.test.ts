import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hierarchyOf, pathTo } from '#domain/policy/policy.ts';
import { effectiveSetting } from '#domain/policy/effective-setting.ts';
import { nameKey } from '#backend/records/names.ts';
import { objectKey } from '#backend/ports/history-records.ts';
import type { World } from '#backend/ports/store.ts';
import { scenarioNamed } from '#contract/scenario-names.ts';
import { makeWorld, recipeOf } from './scenarios.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const demo = makeWorld('demo', now);
const hierarchy = hierarchyOf(demo.groups, demo.policies);
const named = ['demo', 'enterprise', 'small', 'empty', 'crowded'];

/**
 * What each version of a scenario makes. Where a world has changed, its version in scenarios.ts goes up and a line is
 * added here: what people kept over an older version may not be laid over this one.
 */
const fingerprints: Readonly<Record<string, string>> = {
  'demo 1': '34b99d6c8eec8fdc',
  'enterprise 1': '0a77c6b079bd9689',
  'small 1': '22fb7e95266bae2e',
  'empty 1': '831938ea7286e34d',
  'crowded 1': '8b0539971142b7f3',
  'demo 2': '1989ade2d3d43e9d',
  'enterprise 2': '02a062ff678546b8',
  'small 2': 'b31532e8e79ffae9',
  'empty 2': 'be8ec3e13212d681',
  'crowded 2': '0d4a3a461002d034',
};

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

test.each(named)('the world %s is what its version says', (name) => {
  // A collection that is new and empty changes no world.
  const world = Object.entries(makeWorld(name, now)).filter(([, records]) => records.length > 0);
  const hash = createHash('sha256').update(JSON.stringify(world)).digest('hex').slice(0, 16);
  expect(hash).toBe(fingerprints[`${name} ${String(recipeOf(name).version)}`]);
});

test('a recipe knows the worlds that it made, and no other: not one of another scenario, not one changed since', () => {
  const small = recipeOf('small');
  const made = small.make(now);
  expect(small.madeFrom(made)).toBe(now);
  expect(small.madeFrom(makeWorld('small', now + 1))).toBe(now + 1);
  expect(small.madeFrom(makeWorld('empty', now))).toBeUndefined();
  expect(small.madeFrom({ ...made, devices: [] })).toBeUndefined();
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

describe('the enterprise', () => {
  const world = makeWorld('enterprise', now);
  const { groups, devices, policies, localSettings } = world;
  const tree = hierarchyOf(groups, policies);

  test('has 100,000 devices in 5,000 groups ten levels deep, and 1,000 policies', () => {
    expect([devices.length, groups.length, policies.length]).toEqual([100_000, 5_000, 1_000]);
    expect(Math.max(...groups.map((group) => pathTo(tree, group.id).length - 1))).toBe(10);
  });

  test('has policies of every kind: drafts, for devices that are away, locked, forced, and not inheriting', () => {
    const count = (wanted: (policy: (typeof policies)[number]) => boolean) => policies.filter(wanted).length;
    expect(count(({ status }) => status === 'inactive')).toBeGreaterThan(50);
    expect(count(({ status }) => status === 'out-of-office')).toBeGreaterThan(50);
    expect(count(({ settings }) => settings.additional.lock === 'closed')).toBeGreaterThan(150);
    expect(count(({ force }) => force)).toBeGreaterThan(5);
    expect(count(({ inherit }) => !inherit)).toBeGreaterThan(50);
  });

  test('has its share of devices that are off, away, or have settings of their own, in more than twelve zones', () => {
    const share = (status: string) => devices.filter((device) => device.status === status).length / devices.length;
    expect(share('online')).toBeCloseTo(0.85, 1);
    expect(share('offline')).toBeCloseTo(0.08, 1);
    expect(share('out-of-office')).toBeCloseTo(0.08, 1);
    expect(localSettings.length / devices.length).toBeCloseTo(0.01, 2);
    const zones = devices.reduce(
      (counts, { timeZone }) => counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1),
      new Map<string, number>(),
    );
    expect(zones.size).toBeGreaterThan(12);
    expect(Math.max(...zones.values()) / devices.length).toBeLessThan(0.2);
    expect(Math.min(...zones.values())).toBeGreaterThan(100);
  });

  test('no two devices have the same address', () => {
    expect(new Set(devices.map((device) => device.address)).size).toBe(devices.length);
  });

  test('no two groups beside each other, and no two policies of a group, have the same name', () => {
    const names = [
      ...groups.map(({ parentId, name }) => `group ${String(parentId)}/${nameKey(name)}`),
      ...policies.map(({ groupId, name }) => `policy ${groupId}/${nameKey(name)}`),
    ];
    expect(new Set(names).size).toBe(names.length);
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
