import { describe, expect, test } from 'vitest';
import { timeOfDaySchema } from '../ids.ts';
import { nextOccurrence, occurrencesBetween } from './occurrence.ts';
import { endsNextDay, readTimeOfDay, sameScanStart, type ScanStart } from './scan-start.ts';
import { clockChanges, occurrencesAround } from './wall-clock.ts';

const window = (start: string, end: string) => ({
  start: timeOfDaySchema.parse(start),
  end: timeOfDaySchema.parse(end),
});
const at = (instant: string) => Date.parse(instant);
const nightly = window('20:00', '07:00');
const opens = (from: string, to: string, zone = 'UTC') =>
  occurrencesBetween(nightly, at(from), at(to), zone).map(({ opensAtMs }) => new Date(opensAtMs).toISOString());

describe('the occurrences between two instants', () => {
  test('are those that overlap them, in order, with the one that began before', () => {
    expect(opens('2026-11-24T06:00:00Z', '2026-11-26T00:00:00Z')).toEqual([
      '2026-11-23T20:00:00.000Z',
      '2026-11-24T20:00:00.000Z',
      '2026-11-25T20:00:00.000Z',
    ]);
  });

  test('one that closes as they begin, or opens as they end, is none of them', () => {
    expect(opens('2026-11-24T07:00:00Z', '2026-11-24T20:00:00Z')).toEqual([]);
    expect(opens('2026-11-24T06:59:00Z', '2026-11-24T20:01:00Z')).toHaveLength(2);
  });

  test('a day that the zone skipped has none, and none comes out of order', () => {
    expect(opens('2011-12-29T00:00:00Z', '2012-01-01T00:00:00Z', 'Pacific/Apia')).toEqual([
      '2011-12-29T06:00:00.000Z',
      '2011-12-30T06:00:00.000Z',
      '2011-12-31T06:00:00.000Z',
    ]);
  });

  test('a window that a spring change leaves empty has no occurrence that night', () => {
    const lost = window('02:10', '02:50');
    const between = (from: string, to: string) => occurrencesBetween(lost, at(from), at(to), 'Europe/Berlin');
    expect(between('2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z').map(({ date }) => date)).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ]);
    const emptied = occurrencesBetween(
      window('02:30', '03:10'),
      at('2026-03-28T12:00:00Z'),
      at('2026-03-29T12:00:00Z'),
      'Europe/Berlin',
    );
    expect(emptied).toEqual([]);
  });
});

test('the next occurrence opens after the instant, not at it', () => {
  const next = nextOccurrence(nightly, at('2026-11-24T20:00:00Z'), 'UTC');
  expect(new Date(next.opensAtMs).toISOString()).toBe('2026-11-25T20:00:00.000Z');
});

test('what the wall says around an instant: nine days of windows in order, two of them before', () => {
  const around = occurrencesAround(nightly, at('2026-11-24T12:00:00Z'), 'UTC');
  expect(around.map(({ opensAtMs }) => new Date(opensAtMs).toISOString().slice(0, 10))).toEqual(
    Array.from({ length: 9 }, (_, i) => `2026-11-${String(22 + i)}`),
  );
  const emptied = occurrencesAround(window('02:30', '03:10'), at('2026-03-29T12:00:00Z'), 'Europe/Berlin');
  expect(emptied).toHaveLength(8);
});

describe('the clock changes of a zone', () => {
  const changes = (zone: string, from: string, to: string) =>
    clockChanges(zone, at(from), at(to)).map((instant) => new Date(instant).toISOString());

  test('are found to the minute, from the beginning to the end', () => {
    expect(changes('Europe/Berlin', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
    ]);
    expect(changes('UTC', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([]);
  });

  test('one after the last instant is not looked for', () => {
    expect(changes('Europe/Berlin', '2026-10-24T00:00:00Z', '2026-10-25T00:59:00Z')).toEqual([]);
    expect(changes('Europe/Berlin', '2026-10-24T00:00:00Z', '2026-10-25T01:00:00Z')).toHaveLength(1);
  });
});

test.each([
  ['20:00', '07:00', true],
  ['01:00', '06:00', false],
  ['06:00', '06:00', false],
])('a window from %s to %s ends on the next day: %s', (start, end, next) => {
  expect(endsNextDay(window(start, end))).toBe(next);
});

test.each(['20:00x', 'x20:00', '12000', '2000x', 'x2000', '20:000'])('%s is no time', (text) => {
  expect(readTimeOfDay(text)).toBeNull();
});

test('four digits among blanks are a time too', () => {
  expect(readTimeOfDay(' 2000 ')).toBe('20:00');
});

test.each<[ScanStart, ScanStart, boolean]>([
  [{ mode: 'manual' }, { mode: 'manual' }, true],
  [{ mode: 'manual' }, { mode: 'immediate' }, false],
  [{ mode: 'manual' }, { mode: 'interval', window: nightly }, false],
  [{ mode: 'interval', window: nightly }, { mode: 'interval', window: window('20:00', '07:00') }, true],
  [{ mode: 'interval', window: nightly }, { mode: 'interval', window: window('20:00', '06:00') }, false],
  [{ mode: 'interval', window: nightly }, { mode: 'interval', window: window('21:00', '07:00') }, false],
])('%j starts as %j: %s', (a, b, same) => {
  expect([sameScanStart(a, b), sameScanStart(b, a)]).toEqual([same, same]);
});
