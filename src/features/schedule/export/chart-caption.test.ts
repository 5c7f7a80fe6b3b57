import { expect, test } from 'vitest';
import type { DecisionBreakdownRow, ForecastVariant } from '#contract/forecast.ts';
import { joinDeciders } from '../results/decider-text.ts';
import { chartCaption, wrapText } from './chart-caption.ts';

const part = (
  key: string,
  label: string,
  runs: number,
  saved: DecisionBreakdownRow['saved'],
): DecisionBreakdownRow => ({
  ...{ key, label, runs, saved },
  byFate: { 'at-once': 0, waits: runs, manual: 0, offline: 0, 'zone-unknown': 0 },
  ...{ first: null, median: null, last: null },
});
const nothing = { at: null, from: null, to: null };
const side = (...byDecision: DecisionBreakdownRow[]): ForecastVariant => ({
  ...{ runs: 0, byFate: { 'at-once': 0, waits: 0, manual: 0, offline: 0, 'zone-unknown': 0 }, returned: 0 },
  ...{ first: nothing, median: nothing, percentile95: nothing, last: nothing, busiest: null, peak: null },
  ...{ starts: [], expected: [], low: [], high: [], running: [], byZone: [], byGroup: [], byDecision },
});
const saved = { revision: 2, modifiedBy: 'M. Admin', modifiedAt: '2026-11-24T18:05:00.000Z' };
const now = side(part('baseline', 'Baseline', 310, saved), part(':device', 'Set on the device', 1, null));
const requested = {
  inputs: { compared: { kind: 'none' }, offline: { kind: 'as-now' }, durations: null },
  detections: { kind: 'at', instants: [Date.parse('2026-11-24T18:00:00Z')] },
  path: 'Managed devices / Offices',
  zone: 'Europe/Berlin',
} as const;
const answer = { asOf: '2026-11-24T12:00:00.000Z', seed: 2026, firstTask: 5, devices: 311, now, draft: null };

test('a picture says what was asked, as of when, and who decided under which revision', () => {
  expect(chartCaption({ ...requested, answer })).toEqual([
    'Managed devices / Offices · 311 devices · As of Tue 24 Nov 2026 13:00 · All times in Europe/Berlin',
    'Detection: Tue 24 Nov 2026 19:00 · Settings: in force · Offline: as now · Scans take: as the server says · Sample #2026, task 5',
    'Decided by: Baseline, revision 2, M. Admin, 24 Nov 2026, 19:05 (310 runs); Set on the device (1 run)',
  ]);
});

test('a draft decides under no revision, and what decides now stands beside it', () => {
  const draft = side(part('baseline', 'Baseline', 311, null));
  expect(chartCaption({ ...requested, answer: { ...answer, draft } }).slice(2)).toEqual([
    'Decided by, draft: Baseline, draft, not saved (311 runs)',
    'Decided by, now: Baseline, revision 2, M. Admin, 24 Nov 2026, 19:05 (310 runs); Set on the device (1 run)',
  ]);
});

test('of many deciders the first are named, and the others counted', () => {
  expect(joinDeciders(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).toBe('a; b; c; d; e; f; and 2 more');
});

test('a paragraph is cut between words, and nothing of it is lost', () => {
  const lines = wrapText('one two three-and-four five', (line) => line.length <= 8);
  expect(lines).toEqual(['one two', 'three-and-four', 'five']);
  expect(wrapText('', () => true)).toEqual(['']);
});
