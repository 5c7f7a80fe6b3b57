import { expect, test } from 'vitest';
import { nextWallTime, formatSpan } from './quick-jumps.ts';

const at = (instant: string) => Date.parse(instant);

test.each([
  ['later today', '2026-11-24T18:00:00Z', 'Europe/Berlin', '2026-11-24T19:00:00Z'],
  ['exactly then: tomorrow', '2026-11-24T19:00:00Z', 'Europe/Berlin', '2026-11-25T19:00:00Z'],
  ['passed today: tomorrow', '2026-11-24T20:00:00Z', 'Europe/Berlin', '2026-11-25T19:00:00Z'],
  ['over a clock change the wall clock counts', '2026-03-28T20:00:00Z', 'Europe/Berlin', '2026-03-29T18:00:00Z'],
  ['in a zone of three quarters', '2026-11-24T14:00:00Z', 'Asia/Kathmandu', '2026-11-24T14:15:00Z'],
])('the next 20:00: %s', (_, now, zone, next) => {
  expect(new Date(nextWallTime('20:00', at(now), zone)).toISOString()).toBe(new Date(next).toISOString());
});

test.each([
  [20_000, 'less than a minute'],
  [60_000, '1 min'],
  [12_000_000, '3 h 20 min'],
  [7_200_000, '2 h'],
  [187_200_000 + 60_000, '2 d 4 h'],
])('a span of %d ms is %s', (ms, words) => {
  expect(formatSpan(ms)).toBe(words);
});
