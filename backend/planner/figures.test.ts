import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf, quarterMs } from './figures.ts';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

test('the figures of twenty starts and one that waits for a person', () => {
  const starts = Float64Array.from({ length: 20 }, (_, i) => at('20:00:00') + i * 60_000);
  expect(figuresOf(Float64Array.of(Infinity, ...starts.toReversed()))).toEqual({
    starting: 20,
    firstMs: at('20:00:00'),
    medianMs: at('20:09:00'),
    percentile95Ms: at('20:18:00'),
    lastMs: at('20:19:00'),
    busiest: { fromMs: at('20:00:00'), count: 15 },
  });
});

test('a quarter of an hour is one of the clock: 20:14:59.999 is in the first, 20:15 in the second', () => {
  const starts = Float64Array.of(at('20:14:59.999'), at('20:15:00'), at('20:29:59.999'), at('20:30:00'));
  expect(figuresOf(starts)?.busiest).toEqual({ fromMs: at('20:15:00'), count: 2 });
});

test('of quarters as busy as each other the first is named', () => {
  expect(figuresOf(Float64Array.of(at('21:00:00'), at('20:00:00')))?.busiest.fromMs).toBe(at('20:00:00'));
});

test('nothing starts by itself: no figures', () => {
  expect(figuresOf(Float64Array.of(Infinity, Infinity))).toBeNull();
  expect(figuresOf(new Float64Array(0))).toBeNull();
});

test('starts more than a century apart are refused', () => {
  expect(() => figuresOf(Float64Array.of(0, 8e15))).toThrow(RangeError);
});

test('whatever the starts, the figures are those of the sorted list', () => {
  const aStart = fc.oneof(
    fc.integer({ min: at('00:00:00'), max: at('00:00:00') + 40 * quarterMs }),
    fc.constantFrom(at('20:00:00'), Infinity),
  );
  fc.assert(
    fc.property(fc.array(aStart, { maxLength: 60 }), (starts) => {
      const sorted = starts.filter((start) => start !== Infinity).sort((a, b) => a - b);
      const figures = figuresOf(Float64Array.from(starts));
      if (sorted.length === 0) {
        expect(figures).toBeNull();
        return;
      }
      const inQuarter = (fromMs: number) => sorted.filter((s) => s >= fromMs && s < fromMs + quarterMs).length;
      const quarters = sorted.map((start) => start - (start % quarterMs));
      const count = Math.max(...quarters.map(inQuarter));
      expect(figures).toEqual({
        starting: sorted.length,
        firstMs: sorted[0],
        // The first start by which so many of all have started.
        medianMs: sorted.find((_, i) => (i + 1) * 2 >= sorted.length),
        percentile95Ms: sorted.find((_, i) => (i + 1) * 100 >= sorted.length * 95),
        lastMs: sorted.at(-1),
        busiest: { fromMs: quarters.find((fromMs) => inQuarter(fromMs) === count), count },
      });
    }),
    { numRuns: 300, seed: 12 },
  );
});

test('starts up to a century apart have figures, and those that lie further apart are refused', () => {
  const century = 4_000_000 * quarterMs;
  expect(figuresOf(Float64Array.of(0, century - 1))?.lastMs).toBe(century - 1);
  expect(() => figuresOf(Float64Array.of(0, century))).toThrow('The starts lie more than a century apart.');
});
