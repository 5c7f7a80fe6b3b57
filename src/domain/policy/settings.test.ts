import { describe, expect, test } from 'vitest';
import { credentialIdSchema, timeOfDaySchema } from '../ids.ts';
import { changesBetween, describeValue } from './setting-words.ts';
import { applicationDefaults, sameValue, type ActionsValue, type AdditionalValue } from './settings.ts';

const [first, second] = [credentialIdSchema.parse('account-2025'), credentialIdSchema.parse('account-2026')];
const acts = (enabled: boolean, ...selected: ActionsValue['selected']): ActionsValue => ({ enabled, selected });
const scans = (
  parts: Partial<AdditionalValue['iocScanning']>,
  detectLegitimateApplications = false,
): AdditionalValue => ({
  iocScanning: { scope: 'critical-areas', start: { mode: 'manual' }, ...parts },
  detectLegitimateApplications,
});
const nightly = (start: string, end: string) => ({
  mode: 'interval' as const,
  window: { start: timeOfDaySchema.parse(start), end: timeOfDaySchema.parse(end) },
});

describe('two values of a group of settings say the same', () => {
  test.each([
    ['alike', acts(true, 'quarantine', 'group-ioc-scan'), acts(true, 'quarantine', 'group-ioc-scan'), true],
    ['on and off', acts(true), acts(false), false],
    ['one action more', acts(true, 'quarantine'), acts(true, 'quarantine', 'notify-user'), false],
    ['another action', acts(true, 'quarantine'), acts(true, 'notify-user'), false],
    ['another order', acts(true, 'quarantine', 'notify-user'), acts(true, 'notify-user', 'quarantine'), false],
  ])('actions, %s', (_, a, b, same) => {
    expect([sameValue('actions', a, b), sameValue('actions', b, a)]).toEqual([same, same]);
  });

  test.each([
    [first, first, true],
    [first, second, false],
    [null, first, false],
    [null, null, true],
  ])('the password of %s and of %s', (a, b, same) => {
    expect(sameValue('authentication', { credential: a }, { credential: b })).toBe(same);
  });

  test.each([
    ['alike', scans({}), scans({}), true],
    ['another scope', scans({}), scans({ scope: 'system-drives' }), false],
    ['another start', scans({}), scans({ start: { mode: 'immediate' } }), false],
    ['a window', scans({}), scans({ start: nightly('20:00', '07:00') }), false],
    ['the same window', scans({ start: nightly('20:00', '07:00') }), scans({ start: nightly('20:00', '07:00') }), true],
    [
      'another opening',
      scans({ start: nightly('21:00', '07:00') }),
      scans({ start: nightly('20:00', '07:00') }),
      false,
    ],
    [
      'another closing',
      scans({ start: nightly('20:00', '06:00') }),
      scans({ start: nightly('20:00', '07:00') }),
      false,
    ],
    ['legitimate applications', scans({}), scans({}, true), false],
  ])('additional, %s', (_, a, b, same) => {
    expect([sameValue('additional', a, b), sameValue('additional', b, a)]).toEqual([same, same]);
  });
});

describe('in words', () => {
  test('the defaults of the application', () => {
    expect(describeValue('actions', applicationDefaults.actions)).toEqual([
      ['Response actions', 'off'],
      ['Selected actions', 'none'],
    ]);
    expect(describeValue('authentication', applicationDefaults.authentication).map(([, text]) => text)).toEqual([
      'not set',
    ]);
  });

  test('actions by their names, in their order; a window by its times; a password as set', () => {
    const value = acts(true, 'quarantine', 'group-ioc-scan');
    const [, selected] = describeValue('actions', value);
    expect(selected?.[1].split(', ')).toHaveLength(2);
    expect(selected?.[1]).toMatch(/IOC/);
    expect(
      describeValue('additional', scans({ start: nightly('20:00', '07:00') }, true)).map(([, text]) => text),
    ).toEqual(['Critical file areas on the device', '20:00–07:00', 'on']);
    expect(describeValue('authentication', { credential: first })[0]?.[1]).toBe('set');
  });

  test('a change names only what differs', () => {
    expect(changesBetween('additional', scans({}), scans({ start: { mode: 'immediate' } }))).toEqual([
      { setting: 'Scan start', from: 'Manual start', to: 'At once' },
    ]);
    expect(changesBetween('additional', scans({}), scans({}))).toEqual([]);
  });

  test('another password reads as the one before, and so is told as set anew', () => {
    const [change, ...others] = changesBetween('authentication', { credential: first }, { credential: second });
    expect([change?.from, change?.to, others]).toEqual(['set', 'set anew', []]);
  });
});
