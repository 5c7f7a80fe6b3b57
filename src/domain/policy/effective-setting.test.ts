import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveSetting, type Candidate } from './effective-setting.ts';
import { aStatus, aTree } from './testing/policy-trees.ts';
import { closed, device, open, policy, value, world } from './testing/policy-vocabulary.ts';
import type { Policy } from './policy.ts';
import { applicationDefaults } from './settings.ts';

const nameOf = ({ source }: Candidate<'additional'>) => (source.kind === 'policy' ? source.policy.name : source.kind);

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

describe('who beat whom', () => {
  const shut = (inherit = true, force = false) => ({ additional: closed, inherit, force });
  const ajar = (inherit = true, force = false) => ({ additional: open, inherit, force });
  const noLocal = null;
  const local = value('manual', 'system-drives');

  test.each([
    {
      name: 'a lock at the top wins over all that inherit',
      policies: [policy('top', 'root', shut()), policy('middle', 'offices', ajar()), policy('own', 'berlin', shut())],
      message: ['middle: locked-from-above by top', 'own: locked-from-above by top'],
    },
    {
      name: 'a lock in the middle beats what is below it, and the open one above it',
      policies: [policy('top', 'root', ajar()), policy('middle', 'offices', shut()), policy('own', 'berlin', ajar())],
      message: ['top: not-locked by middle', 'own: locked-from-above by middle'],
    },
    {
      name: 'a policy that does not inherit cuts off all above it, whatever they say of each other',
      policies: [
        policy('top', 'root', shut()),
        policy('middle', 'offices', ajar()),
        policy('own', 'berlin', ajar(false)),
      ],
      message: ['top: not-inherited by own', 'middle: not-inherited by own'],
    },
    {
      name: 'a cut in the middle beats the top, and the middle’s lock beats what inherits from it',
      policies: [
        policy('top', 'root', shut()),
        policy('middle', 'offices', shut(false)),
        policy('own', 'berlin', ajar()),
      ],
      message: ['top: not-inherited by middle', 'own: locked-from-above by middle'],
    },
    {
      name: 'a policy can cut off the top and yet lose to the one below, its lock being open',
      policies: [
        policy('top', 'root', shut()),
        policy('middle', 'offices', ajar(false)),
        policy('own', 'berlin', ajar()),
      ],
      message: ['top: not-inherited by middle', 'middle: not-locked by own'],
    },
    {
      name: 'forced to inherit, an unticked box cuts nothing',
      policies: [
        policy('top', 'root', shut(true, true)),
        policy('middle', 'offices', ajar(false, true)),
        policy('own', 'berlin', ajar(false)),
      ],
      message: ['middle: locked-from-above by top', 'own: locked-from-above by top'],
    },
    {
      name: 'where the device decides, the policy it obeys loses to the device, and the others to that policy',
      policies: [policy('top', 'root', ajar()), policy('own', 'berlin', ajar())],
      local,
      message: ['top: not-locked by own', 'own: set-on-device'],
    },
  ])('$name', ({ policies, local: set = noLocal, message }) => {
    const { losers } = effectiveSetting(world(...policies), device(), 'additional', set);
    const words = losers.map((loser) => {
      const by = loser.beatenBy ? ` by ${loser.beatenBy.name}` : '';
      return `${nameOf(loser)}: ${loser.because}${by}`;
    });
    expect(words.filter((text) => !/^(default|device):/.test(text))).toEqual(message);
  });
});

describe('on random trees', () => {
  test('the value follows the rule said step by step from the root, and every candidate is named once', () => {
    fc.assert(
      fc.property(aTree, aStatus, fc.boolean(), ({ h, last, path }, status, hasLocal) => {
        const local = hasLocal ? value('manual', 'system-drives') : null;
        const setting = effectiveSetting(h, { groupId: last, status }, 'additional', local);

        const away = status === 'out-of-office' ? path.filter((p) => p.status === 'out-of-office').at(-1) : undefined;
        const active = path.filter((p) => p.status === 'active');
        // From the root down, each active policy either takes what the one above hands it or says its own.
        let current: Policy['settings']['additional'] | null = null;
        let forced = false;
        for (const p of active) {
          if (!(current?.lock === 'closed' && (p.inherit || forced))) current = p.settings.additional;
          forced = p.force;
        }
        const expectedText = away ? away.settings.additional : current;
        const expected =
          expectedText?.lock === 'closed'
            ? expectedText.value
            : (local ?? expectedText?.value ?? applicationDefaults.additional);
        expect(setting.winner.value).toEqual(expected);

        const named = [setting.winner, ...setting.losers].map(nameOf);
        expect(new Set(named).size).toBe(named.length);
        expect(named.length).toBe(path.length + (hasLocal ? 1 : 0) + 1);
      }),
      { numRuns: 1_000, seed: 11 },
    );
  });

  /**
   * Who may be named as the one that beat a candidate. There is one policy whose value the device's policy holds: it won,
   * or it lost to nobody but the device. Everyone a policy beat was beaten by that one, but for those beyond the end of
   * the chain of inheritance: they were beaten by a policy below them that could have inherited and does not.
   */
  test('no candidate is said to lose to a policy that itself lost to another, nor for a reason that does not hold', () => {
    fc.assert(
      fc.property(aTree, aStatus, fc.boolean(), ({ h, last, path }, status, hasLocal) => {
        const local = hasLocal ? value('manual', 'system-drives') : null;
        const { winner, losers } = effectiveSetting(h, { groupId: last, status }, 'additional', local);
        const active = path.filter((p) => p.status === 'active');
        const lostToDevice = losers.find((l) => l.because === 'set-on-device' && l.source.kind === 'policy');
        const holder = [winner, lostToDevice].find((c) => c?.source.kind === 'policy')?.source;
        const origin = holder?.kind === 'policy' ? holder.policy : null;
        const inherits = (p: Policy) => {
          const above = active[active.indexOf(p) - 1];
          return above !== undefined && (p.inherit || above.force);
        };
        for (const { source, because, beatenBy } of losers) {
          if (['inactive', 'not-out-of-office', 'set-on-device'].includes(because)) {
            expect(beatenBy).toBeNull();
            continue;
          }
          if (source.kind !== 'policy') {
            expect(beatenBy).toBe(origin);
            continue;
          }
          const at = active.indexOf(source.policy);
          const by = beatenBy ? active.indexOf(beatenBy) : -1;
          const between = active.slice(Math.min(at, by) + 1, Math.max(at, by) + 1);
          if (because === 'not-inherited') {
            expect(by).toBeGreaterThan(at);
            expect(beatenBy && inherits(beatenBy)).toBe(false);
            expect(active.slice(by + 1).every(inherits)).toBe(true);
            continue;
          }
          expect(beatenBy).toBe(origin);
          if (because === 'not-locked') {
            expect(source.lock).toBe('open');
            expect(between.every(inherits) && by > at).toBe(true);
          } else if (because === 'locked-from-above') {
            expect(beatenBy?.settings.additional.lock).toBe('closed');
            expect(between.every(inherits) && by < at).toBe(true);
          } else {
            expect(['for-devices-out-of-office', 'nearer-policy']).toContain(because);
            expect(origin?.status).toBe('out-of-office');
          }
        }
      }),
      { numRuns: 2_000, seed: 12 },
    );
  });
});
