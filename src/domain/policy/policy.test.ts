import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupIdSchema, policyIdSchema } from '../ids.ts';
import type { DeviceStatus } from '../fleet/fleet.ts';
import { effectivePolicy, inheritanceOf, policyOfDevice } from './effective-policy.ts';
import { effectiveSetting } from './effective-setting.ts';
import { hierarchyOf, pathTo, type Policy } from './policy.ts';
import { stateIn } from './policy-state.ts';
import { applicationDefaults, type AdditionalValue } from './settings.ts';

const id = (text: string) => groupIdSchema.parse(text);
const group = (name: string, parent: string | null) => ({
  id: id(name),
  name,
  parentId: parent === null ? null : id(parent),
});
const value = (
  mode: 'manual' | 'immediate',
  scope: 'system-drives' | 'critical-areas' = 'critical-areas',
): AdditionalValue => ({
  iocScanning: { scope, start: { mode } },
  detectLegitimateApplications: false,
});
const open = { value: value('manual'), lock: 'open' } as const;
const closed = { value: value('immediate'), lock: 'closed' } as const;

const policy = (
  name: string,
  groupName: string,
  parts: Partial<Omit<Policy, 'settings'>> & { additional?: Policy['settings']['additional'] } = {},
): Policy => ({
  id: policyIdSchema.parse(name),
  groupId: id(groupName),
  name,
  status: parts.status ?? 'active',
  inherit: parts.inherit ?? true,
  force: parts.force ?? false,
  settings: {
    actions: { value: applicationDefaults.actions, lock: 'open' },
    authentication: { value: applicationDefaults.authentication, lock: 'open' },
    additional: parts.additional ?? open,
  },
});

const groups = [group('root', null), group('offices', 'root'), group('berlin', 'offices')];
const world = (...policies: Policy[]) => hierarchyOf(groups, policies);
const device = (status: DeviceStatus = 'online') => ({ groupId: id('berlin'), status });

describe('the effective policy of a group', () => {
  test('is its own active policy, or else the nearest ancestor’s', () => {
    const h = world(policy('top', 'root'), policy('middle', 'offices'));
    expect(effectivePolicy(h, id('berlin'))?.name).toBe('middle');
    expect(effectivePolicy(h, id('root'))?.name).toBe('top');
  });
  test('is never an inactive or out-of-office one, and none where there is none', () => {
    const h = world(
      policy('off', 'berlin', { status: 'inactive' }),
      policy('away', 'berlin', { status: 'out-of-office' }),
    );
    expect(effectivePolicy(h, id('berlin'))).toBeNull();
  });
  test('a device out of office obeys the nearest out-of-office policy on its path, if there is one', () => {
    const h = world(policy('top', 'root'), policy('away', 'offices', { status: 'out-of-office' }));
    expect(policyOfDevice(h, device('out-of-office'))?.name).toBe('away');
    expect(policyOfDevice(h, device('online'))?.name).toBe('top');
    expect(policyOfDevice(world(policy('top', 'root')), device('out-of-office'))?.name).toBe('top');
  });
});

describe('inheritance', () => {
  test('a policy inherits when its own box is ticked', () => {
    const child = policy('child', 'berlin', { inherit: false });
    const h = world(policy('top', 'root', { additional: closed }), child);
    expect(inheritanceOf(h, child).inherits).toBe(false);
    expect(stateIn(h, child, 'additional')).toMatchObject({ lock: 'open', lockedFromAbove: false });
  });
  test('or when its parent policy forces it, whatever its box says', () => {
    const child = policy('child', 'berlin', { inherit: false });
    const h = world(policy('top', 'root', { additional: closed, force: true }), child);
    expect(inheritanceOf(h, child)).toMatchObject({ inherits: true, forcedBy: { name: 'top' } });
    expect(stateIn(h, child, 'additional')).toMatchObject({ lock: 'closed', from: { name: 'top' }, own: open });
  });
  test('the parent policy is the effective policy of the parent group: inactive ones are passed over', () => {
    const child = policy('child', 'berlin');
    const h = world(
      policy('top', 'root', { additional: closed }),
      policy('off', 'offices', { status: 'inactive' }),
      child,
    );
    expect(inheritanceOf(h, child).parent?.name).toBe('top');
  });
  test('a lock reaches down through policies that inherit, and is cut by one that does not', () => {
    const child = policy('child', 'berlin');
    const top = policy('top', 'root', { additional: closed });
    expect(stateIn(world(top, policy('middle', 'offices'), child), child, 'additional').from.name).toBe('top');
    expect(
      stateIn(world(top, policy('middle', 'offices', { inherit: false }), child), child, 'additional').from.name,
    ).toBe('child');
  });
  test('an open parent hands nothing down', () => {
    const child = policy('child', 'berlin', { additional: closed });
    expect(stateIn(world(policy('top', 'root'), child), child, 'additional').from.name).toBe('child');
  });
  test('out-of-office policies neither inherit nor hand down', () => {
    const away = policy('away', 'berlin', { status: 'out-of-office' });
    const h = world(policy('top', 'root', { additional: closed, force: true }), away);
    expect(inheritanceOf(h, away)).toEqual({ parent: null, inherits: false, forcedBy: null });
    const child = policy('child', 'berlin');
    const below = world(policy('away', 'offices', { status: 'out-of-office', additional: closed }), child);
    expect(stateIn(below, child, 'additional').lockedFromAbove).toBe(false);
  });
});

describe('what holds on a device', () => {
  const local = value('manual', 'system-drives');
  test('under policy: the policy’s value, and the local one loses', () => {
    const setting = effectiveSetting(
      world(policy('top', 'root', { additional: closed })),
      device(),
      'additional',
      local,
    );
    expect(setting).toMatchObject({ winner: { value: closed.value }, editableOnDevice: false });
    expect(setting.losers.map((loser) => loser.because)).toEqual(['under-policy', 'policy-says']);
  });
  test('not enforced: the local value if one was set', () => {
    const setting = effectiveSetting(world(policy('top', 'root')), device(), 'additional', local);
    expect(setting).toMatchObject({ winner: { value: local, source: { kind: 'device' } }, editableOnDevice: true });
  });
  test('else the policy’s value, else the application’s default: not configured is not the same as set', () => {
    const h = world(policy('top', 'root', { additional: { ...closed, lock: 'open' } }));
    expect(effectiveSetting(h, device(), 'additional', null).winner).toMatchObject({
      value: closed.value,
      source: { lock: 'open' },
    });
    expect(effectiveSetting(world(), device(), 'additional', null).winner.source.kind).toBe('default');
  });
  test('every policy that lost says why', () => {
    const h = world(
      policy('top', 'root'),
      policy('away', 'root', { status: 'out-of-office' }),
      policy('off', 'offices', { status: 'inactive' }),
      policy('own', 'berlin', { additional: closed }),
    );
    const losers = effectiveSetting(h, device(), 'additional', null).losers.map(({ source, because }) =>
      source.kind === 'policy' ? `${source.policy.name}: ${because}` : because,
    );
    expect(losers).toEqual(['top: not-locked', 'away: not-out-of-office', 'off: inactive', 'policy-says']);
  });
});

describe('on random trees', () => {
  const aTree = fc.array(
    fc.record({
      parent: fc.nat(),
      status: fc.constantFrom('active', 'inactive', 'out-of-office', null),
      inherit: fc.boolean(),
      force: fc.boolean(),
      lock: fc.constantFrom('open', 'closed'),
      mode: fc.constantFrom('manual', 'immediate'),
    }),
    { minLength: 1, maxLength: 12 },
  );

  test('the value follows the rule said step by step from the root, and every candidate is named once', () => {
    fc.assert(
      fc.property(
        aTree,
        fc.constantFrom<DeviceStatus>('online', 'out-of-office'),
        fc.boolean(),
        (nodes, status, hasLocal) => {
          const treeGroups = nodes.map((node, i) =>
            group(`g${String(i)}`, i === 0 ? null : `g${String(node.parent % i)}`),
          );
          const policies = nodes.flatMap(({ status: s, inherit, force, lock, mode }, i) =>
            s === null
              ? []
              : [
                  policy(`p${String(i)}`, `g${String(i)}`, {
                    status: s,
                    inherit,
                    force,
                    additional: { value: value(mode), lock },
                  }),
                ],
          );
          const h = hierarchyOf(treeGroups, policies);
          const last = treeGroups.at(-1)?.id ?? id('g0');
          const local = hasLocal ? value('manual', 'system-drives') : null;
          const setting = effectiveSetting(h, { groupId: last, status }, 'additional', local);

          const path = pathTo(h, last).flatMap((g) => h.policies.get(g.id) ?? []);
          const away = status === 'out-of-office' ? path.filter((p) => p.status === 'out-of-office').at(-1) : undefined;
          const active = path.filter((p) => p.status === 'active');
          // From the root down, each active policy either takes what the one above hands it or says its own.
          let held: Policy['settings']['additional'] | null = null;
          let forced = false;
          for (const p of active) {
            if (!(held?.lock === 'closed' && (p.inherit || forced))) held = p.settings.additional;
            forced = p.force;
          }
          const said = away ? away.settings.additional : held;
          const expected =
            said?.lock === 'closed' ? said.value : (local ?? said?.value ?? applicationDefaults.additional);
          expect(setting.winner.value).toEqual(expected);

          const named = [setting.winner, ...setting.losers].map(({ source }) =>
            source.kind === 'policy' ? source.policy.name : source.kind,
          );
          expect(new Set(named).size).toBe(named.length);
          expect(named.length).toBe(path.length + (hasLocal ? 1 : 0) + 1);
        },
      ),
      { numRuns: 1_000, seed: 11 },
    );
  });
});
