import { expect, test } from 'vitest';
import { dateLines, timeTicks } from './ticks.ts';

const span = (from: string, to: string) => ({ fromMs: Date.parse(from), toMs: Date.parse(to) });
const labels = (ticks: readonly { label: string }[]) => ticks.map(({ label }) => label);

test('ticks are at round times of the zone, not of UTC', () => {
  expect(labels(timeTicks(span('2026-11-24T18:00Z', '2026-11-25T06:00Z'), 'Asia/Kathmandu', 5))).toEqual([
    '00:00',
    '03:00',
    '06:00',
    '09:00',
  ]);
});

test('the hour that the spring change skips has no tick, and the one that autumn repeats has one', () => {
  const hours = (from: string, to: string) => labels(timeTicks(span(from, to), 'Europe/Berlin', 8));
  expect(hours('2026-03-29T00:00Z', '2026-03-29T03:00Z')).toEqual([
    '01:00',
    '01:30',
    '03:00',
    '03:30',
    '04:00',
    '04:30',
    '05:00',
  ]);
  expect(hours('2026-10-24T23:00Z', '2026-10-25T03:00Z')).toEqual([
    '01:00',
    '01:30',
    '02:00',
    '02:30',
    '03:00',
    '03:30',
    '04:00',
  ]);
});

test('over weeks the ticks are days', () => {
  expect(labels(timeTicks(span('2026-11-24T00:00Z', '2026-12-08T00:00Z'), 'UTC', 8))).toEqual([
    'Tue 24 Nov',
    'Thu 26 Nov',
    'Sat 28 Nov',
    'Mon 30 Nov',
    'Wed 2 Dec',
    'Fri 4 Dec',
    'Sun 6 Dec',
    'Tue 8 Dec',
  ]);
});

test('a date line is at the start of the local day', () => {
  expect(dateLines(span('2026-11-24T18:00Z', '2026-11-25T20:00Z'), 'Asia/Tokyo')).toEqual([
    { atMs: Date.parse('2026-11-25T15:00Z'), label: 'Thu 26 Nov' },
  ]);
});
