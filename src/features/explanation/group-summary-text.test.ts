import { expect, test } from 'vitest';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { groupSummaryText, type SummaryPhrase } from './group-summary-text.ts';

type Part = Parameters<typeof groupSummaryText>[1][number];

const aPolicy = (name: string) => ({
  id: policyIdSchema.parse(name.toLowerCase()),
  name,
  group: { id: groupIdSchema.parse('offices'), name: 'Offices' },
});
const part = (count: number, scanStart: string, decidedBy: Part['decidedBy'], policy: string | null = null): Part => ({
  count,
  scanStart,
  scope: 'critical-areas',
  decidedBy,
  policy: policy === null ? null : aPolicy(policy),
});
const read = ({ before, count, text: words, policy }: SummaryPhrase) =>
  [before, count.toLocaleString('en'), words, policy?.name].filter(Boolean).join(' ');
const line = (...parts: Part[]) => {
  const summary = groupSummaryText(
    parts.reduce((sum, { count }) => sum + count, 0),
    parts,
  );
  return summary && [summary.main, ...summary.others].map(read).join('; ');
};
const locked = 'locked-by-policy';

test.each([
  ['no devices', [], null],
  ['one device', [part(1, '20:00–07:00', locked, 'Lab')], '1 device scans 20:00–07:00 under Lab'],
  ['one part', [part(120, 'Manual start', locked, 'Lab')], 'All 120 devices wait for a manual start under Lab'],
  [
    'a part of one',
    [part(1, 'Manual start', 'device'), part(1, '20:00–07:00', 'default')],
    '1 of 2 devices waits for a manual start by local settings; 1 by the application default',
  ],
  [
    'three parts',
    [
      part(1180, '20:00–07:00', locked, 'Baseline'),
      part(14, 'Manual start', 'device'),
      part(10, 'Manual start', locked, 'Lab'),
    ],
    '1,180 of 1,204 devices scan 20:00–07:00 under Baseline; 14 by local settings; 10 by Lab',
  ],
  [
    'one decider with two ways',
    [part(9, '20:00–07:00', locked, 'Baseline'), part(2, 'Manual start', 'device'), part(1, '18:00–22:00', 'device')],
    '9 of 12 devices scan 20:00–07:00 under Baseline; 3 by local settings',
  ],
  [
    'the first decider with another way',
    [part(3, 'Manual start', 'device'), part(1, '18:00–22:00', 'device')],
    '3 of 4 devices wait for a manual start by local settings; 1 scans 18:00–22:00 by local settings',
  ],
] as const)('the sum of %s', (_, parts, message) => {
  expect(line(...parts)).toBe(message);
});

test('a number that joins two ways asks for the decider alone, any other for all it says', () => {
  const parts = [
    part(9, '20:00–07:00', locked, 'Lab'),
    part(2, 'Manual start', 'device'),
    part(1, '18:00–22:00', 'device'),
  ];
  const summary = groupSummaryText(12, parts);
  expect(summary?.main.filter).toEqual({
    decidedBy: locked,
    decidingPolicy: 'lab',
    scanStart: '20:00–07:00',
    scope: 'critical-areas',
  });
  expect(summary?.others.map(({ filter }) => filter)).toEqual([{ decidedBy: 'device', decidingPolicy: undefined }]);
});

test('devices whose time zone is not known come first, each number with its filter', () => {
  const parts = [part(5, '20:00–07:00', locked, 'Baseline'), part(4, 'Manual start', 'device')];
  const summary = groupSummaryText(9, parts, 2);
  expect(summary?.others.map(read)).toEqual(['2 never: time zone not known', '4 by local settings']);
  expect(summary?.others[0]?.filter).toEqual({ status: 'zone-unknown' });
});
