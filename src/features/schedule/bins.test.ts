import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WhatIfSide } from '#contract/what-if.ts';
import { binsOf } from './bins.ts';

const sideWith = (starts: number[], running: number[]): WhatIfSide => {
  const nothing = { at: null, from: null, to: null };
  return {
    runs: 0,
    byFate: { 'at-once': 0, waits: 0, manual: 0, offline: 0 },
    returned: 0,
    first: nothing,
    median: nothing,
    percentile95: nothing,
    last: nothing,
    busiest: null,
    peak: null,
    starts,
    expected: starts,
    low: starts,
    high: starts,
    running,
    byZone: [],
    byGroup: [],
    byDecision: [],
  };
};

test('bars put together keep every start, and of scans at once the most', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 400 }),
      fc.integer({ min: 5, max: 300 }),
      fc.constantFrom(1, 5, 15),
      (pairs, most, minutes) => {
        const side = sideWith(
          pairs.map(([starts]) => starts),
          pairs.map(([, running]) => running),
        );
        const bins = binsOf(
          { from: '2026-11-24T18:00:00Z', widthMs: minutes * 60_000, count: pairs.length },
          side,
          most,
          'UTC',
        );
        const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
        expect(sum(bins.map(({ starts }) => starts))).toBe(sum(side.starts));
        expect(Math.max(...bins.map(({ running }) => running))).toBe(Math.max(...side.running));
        expect(bins.length).toBeLessThanOrEqual(most + 1);
        bins.slice(1).forEach((bin, place) => {
          expect(bin.fromMs).toBe(bins[place]?.toMs);
        });
      },
    ),
    { seed: 20, numRuns: 200 },
  );
});

test('bars begin at round times of the axis’ zone', () => {
  const count = 48;
  const side = sideWith(Array<number>(count).fill(1), Array<number>(count).fill(1));
  const bins = binsOf({ from: '2026-11-24T18:00:00Z', widthMs: 15 * 60_000, count }, side, 12, 'Asia/Kathmandu');
  expect(bins.slice(1).map(({ fromMs }) => new Date(fromMs + 5.75 * 3_600_000).toISOString().slice(14, 16))).toEqual(
    Array<string>(bins.length - 1).fill('00'),
  );
});

test('what chance does not touch keeps a range of no width', () => {
  const bins = binsOf({ from: '2026-11-24T18:00:00Z', widthMs: 60_000, count: 2 }, sideWith([3, 4], [3, 7]), 1, 'UTC');
  expect(bins).toMatchObject([{ starts: 7, expected: 7, low: 7, high: 7, running: 7 }]);
});
