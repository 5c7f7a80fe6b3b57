import { expect, test } from 'vitest';
import { clockChanges } from './clock-change.ts';

const day = 86_400_000;
const from = (instant: string) => Date.parse(instant);

test.each([
  [
    'Europe/Berlin',
    '2026-03-28T17:00Z',
    '2026-03-29T01:00Z',
    'On Sun 29 Mar the clocks go forward: 02:00 becomes 03:00 (UTC+2).',
  ],
  [
    'Europe/Berlin',
    '2026-10-24T16:00Z',
    '2026-10-25T01:00Z',
    'On Sun 25 Oct the clocks go back: 03:00 becomes 02:00 (UTC+1).',
  ],
  [
    'Australia/Lord_Howe',
    '2026-04-04T10:10Z',
    '2026-04-04T15:00Z',
    'On Sun 5 Apr the clocks go back: 02:00 becomes 01:30 (UTC+10:30).',
  ],
  [
    'Africa/Cairo',
    '2026-04-23T12:00Z',
    '2026-04-23T22:00Z',
    'On Thu 23 Apr the clocks go forward: 00:00 becomes 01:00 (UTC+3).',
  ],
])('the clock change in %s after %s is found to the minute and said in words', (zone, start, at, sentence) => {
  const changes = clockChanges(from(start), from(start) + 2 * day, zone);
  expect(changes.map((change) => [change.atMs, change.sentence])).toEqual([[from(at), sentence]]);
});

test('two days without a change have none', () => {
  expect(clockChanges(from('2026-11-24T17:00Z'), from('2026-11-26T17:00Z'), 'Europe/Berlin')).toEqual([]);
  expect(clockChanges(from('2026-03-28T17:00Z'), from('2026-03-30T17:00Z'), 'Asia/Kathmandu')).toEqual([]);
});
