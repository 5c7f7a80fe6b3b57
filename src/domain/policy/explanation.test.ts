import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveSetting } from './effective-setting.ts';
import { explainDevice, explainPolicy, type Explanation } from './explanation.ts';
import { explanationText } from './explanation-text.ts';
import { aStatus, aTree } from './testing/policy-trees.ts';
import { closed, device, open, policy, value, world } from './testing/policy-vocabulary.ts';
import { stateIn } from './policy-state.ts';

type Additional = Explanation<'additional'>;
const local = value('manual', 'system-drives');
const entriesOf = ({ levels, device: own, byDefault }: Additional) => [
  ...levels.flatMap(({ entries }) => entries.map((entry) => ({ ...entry, who: entry.policy.name }))),
  ...(own ? [{ ...own, who: 'device' }] : []),
  { ...byDefault, who: 'default' },
];
const saying = (explanation: Additional) =>
  entriesOf(explanation).map(({ who, outcome, because }) => `${who} ${outcome}: ${because}`);

describe('why a device has the settings it has', () => {
  const top = policy('top', 'root', { additional: closed });
  const own = policy('own', 'berlin');
  test.each([
    {
      name: 'a lock from above',
      policies: [top, own],
      text: [
        'top wins: Its lock is closed, and own of group berlin, which the device obeys, inherits it.',
        'own lost: The policy top of group root has these settings under policy, and this one inherits them.',
        'device lost: The policy top of group root has these settings under policy, so the value set on the device does not count.',
        'default lost: The policy top of group root gives a value.',
      ],
    },
    {
      name: 'a policy that does not inherit',
      policies: [top, { ...own, inherit: false, settings: { ...own.settings, additional: closed } }],
      text: [
        'top lost: The policy own of group berlin does not inherit, so nothing above it counts.',
        'own wins: The device obeys it, and its lock is closed.',
        'device lost: The policy own of group berlin has these settings under policy, so the value set on the device does not count.',
        'default lost: The policy own of group berlin gives a value.',
      ],
    },
    {
      name: 'an open lock and a value set on the device',
      policies: [policy('off', 'root', { status: 'inactive' }), policy('middle', 'offices'), own],
      text: [
        'off lost: It is inactive: no device obeys it.',
        'middle lost: Its lock is open, so it hands nothing down: the policy own of group berlin says what holds.',
        'own lost: Its lock is open, so the value set on the device counts.',
        'device wins: own of group berlin leaves the lock open, so the device decides.',
        'default lost: A value is set on the device.',
      ],
    },
    {
      name: 'no policy at all',
      policies: [],
      text: [
        'device wins: No policy applies to the device, so the device decides.',
        'default lost: A value is set on the device.',
      ],
    },
  ])('$name', ({ policies, text: said }) => {
    expect(saying(explainDevice(world(...policies), device(), 'additional', local))).toEqual(said);
  });

  test('out of office, the nearest out-of-office policy beats the active ones and the farther one', () => {
    const h = world(
      policy('far', 'root', { status: 'out-of-office' }),
      policy('near', 'offices', { status: 'out-of-office' }),
      own,
    );
    expect(saying(explainDevice(h, device('out-of-office'), 'additional', null))).toEqual([
      'far lost: The out-of-office policy near of group offices is nearer to the device.',
      'near wins: The device obeys it, its lock is open, and nothing is set on the device.',
      'own lost: The device is out of office and obeys the out-of-office policy near of group offices.',
      'device not-set: Nothing is set on the device.',
      'default lost: The policy near of group offices gives a value.',
    ]);
    expect(saying(explainDevice(h, device(), 'additional', null))).toContain(
      'near lost: It is for devices that are out of office; this one is not.',
    );
  });

  test('with no policy and nothing set, the default wins', () => {
    expect(saying(explainDevice(world(), device(), 'additional', null))).toEqual([
      'device not-set: Nothing is set on the device.',
      'default wins: No policy applies to the device, and nothing is set on it.',
    ]);
  });
});

describe('why a policy holds the settings it holds', () => {
  const top = policy('top', 'root', { additional: closed });
  test('its own value, or the one that locks it from above', () => {
    const own = policy('own', 'berlin');
    expect(saying(explainPolicy(world(top, own), own, 'additional'))).toEqual([
      'top wins: Its lock is closed, and own of group berlin inherits it.',
      'own lost: The policy top of group root has these settings under policy, and this one inherits them.',
      'default lost: A policy gives a value.',
    ]);
    expect(saying(explainPolicy(world(own), own, 'additional'))[0]).toBe(
      'own wins: It is the policy’s own value, not enforced: nothing above locks it.',
    );
  });

  test('an inactive policy says what it holds, and that no device obeys it', () => {
    const own = policy('own', 'berlin', { additional: closed });
    const draft = policy('draft', 'berlin', { status: 'inactive', inherit: false });
    const explanation = explainPolicy(world(own, draft), draft, 'additional');
    expect(explanation.notes).toEqual(['draft is inactive: no device obeys it.']);
    expect(explanation.value).toEqual(open.value);
    expect(saying(explanation).slice(0, 2)).toEqual([
      'own lost: It is another policy of the same group: draft takes nothing from it.',
      'draft wins: It is the policy’s own value, not enforced: nothing above locks it.',
    ]);
    const inheriting = { ...draft, inherit: true };
    expect(saying(explainPolicy(world(top, inheriting), inheriting, 'additional'))[1]).toBe(
      'draft lost: The policy top of group root has these settings under policy, and this one inherits them.',
    );
  });

  test('an out-of-office policy inherits from no other', () => {
    const away = policy('away', 'berlin', { status: 'out-of-office' });
    expect(saying(explainPolicy(world(top, away), away, 'additional'))[0]).toBe(
      'top lost: away of group berlin is an out-of-office policy: it inherits from no other.',
    );
  });
});

test('as text: the value in force, who decided and under which revision, then level by level', () => {
  const h = world(policy('top', 'root', { additional: closed }), policy('own', 'berlin'));
  const explanation = explainDevice(h, device(), 'additional', null);
  const evidence = {
    ofPolicy: ({ name }: { name: string }) => `revision 2 of ${name}, saved by M. Admin`,
    onDevice: null,
    asOf: '2026-11-24T13:00:00+01:00 (times in Europe/Berlin)',
  };
  expect(explanationText(h, explanation, 'BER-WS-0001', evidence).split('\n')).toEqual([
    'Additional: BER-WS-0001',
    'Scanning scope: Critical file areas on the device',
    'Scan start: At once',
    'Detection of legitimate applications: off',
    'Decided: locked by policy top of group root.',
    'Decided in: revision 2 of top, saved by M. Admin.',
    'As of 2026-11-24T13:00:00+01:00 (times in Europe/Berlin).',
    '',
    'root',
    '  top (Active, Under policy; revision 2 of top, saved by M. Admin): Scanning scope: Critical file areas on the device; Scan start: At once; Detection of legitimate applications: off. Wins: Its lock is closed, and own of group berlin, which the device obeys, inherits it.',
    'offices',
    '  No policy here.',
    'berlin',
    '  own (Active, Policy not enforced; revision 2 of own, saved by M. Admin): Scanning scope: Critical file areas on the device; Scan start: Manual start; Detection of legitimate applications: off. Lost: The policy top of group root has these settings under policy, and this one inherits them.',
    'On the device',
    '  Nothing is set on the device.',
    'Application default',
    '  Scanning scope: Critical file areas on the device; Scan start: Manual start; Detection of legitimate applications: off. Lost: The policy top of group root gives a value.',
  ]);
});

describe('on random trees', () => {
  const expectWhole = (explanation: Additional, policies: number) => {
    const entries = entriesOf(explanation);
    const winners = entries.filter(({ outcome }) => outcome === 'wins');
    expect(winners).toHaveLength(1);
    expect(winners[0]?.value).toEqual(explanation.value);
    expect(explanation.levels.flatMap((level) => level.entries)).toHaveLength(policies);
    const wrong = entries.filter((e) => !/^\S.*\.$/.test(e.because) || (e.beatenBy !== null && e.outcome !== 'lost'));
    expect(wrong).toEqual([]);
  };

  test('exactly one voice wins on a device, with the value that holds, and every other says why not', () => {
    fc.assert(
      fc.property(aTree, aStatus, fc.boolean(), ({ h, last, path }, status, hasLocal) => {
        const set = hasLocal ? local : null;
        const explanation = explainDevice(h, { groupId: last, status }, 'additional', set);
        const { winner } = effectiveSetting(h, { groupId: last, status }, 'additional', set);
        expect(explanation).toMatchObject({ value: winner.value, source: winner.source });
        expect(explanation.device?.outcome === 'not-set').toBe(!hasLocal);
        expectWhole(explanation, path.length);
      }),
      { numRuns: 1_000, seed: 21 },
    );
  });

  test('exactly one policy wins in a policy, with the value that it holds, and every other says why not', () => {
    fc.assert(
      fc.property(aTree, ({ h, path }) => {
        for (const [i, subject] of path.entries()) {
          const explanation = explainPolicy(h, subject, 'additional');
          const { value: current, from } = stateIn(h, subject, 'additional');
          expect(explanation).toMatchObject({ value: current, source: { policy: from } });
          expectWhole(explanation, i + 1);
        }
      }),
      { numRuns: 1_000, seed: 22 },
    );
  });
});
