import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startsPerBin } from './bins.ts';
import { runningAtOnce } from './running-at-once.ts';

const shape = { fromMs: 1000, binMs: 100, bins: 4 };
const load = (runs: readonly (readonly [startMs: number, durationMs: number])[]) =>
  runningAtOnce(
    Float64Array.from(runs, ([start]) => start),
    Float64Array.from(runs, ([, duration]) => duration),
    shape,
  );

test.each([
  ['a scan counts from its start up to its end', [[1100, 100]], [0, 1, 0, 0], 1, 1100],
  ['one that ends as another starts does not run beside it', [[1000, 150], [1150, 50]], [1, 1, 0, 0], 1, 1000], // prettier-ignore
  ['one that started before the first bar still runs in it', [[900, 120]], [1, 0, 0, 0], 1, 900],
  ['two that overlap in one bar stay two where nothing changes', [[1010, 300], [1020, 200]], [2, 2, 2, 1], 2, 1020], // prettier-ignore
  ['the peak may lie behind the bars', [[1010, 20], [2000, 50], [2010, 50]], [1, 0, 0, 0], 2, 2010], // prettier-ignore
  ['a run that waits for a person and a scan without length never run', [[Infinity, 50], [1010, 0]], [0, 0, 0, 0], 0, null], // prettier-ignore
  ['nothing runs when there is nothing', [], [0, 0, 0, 0], 0, null],
] as const)('%s', (_, runs, highest, peak, peakAtMs) => {
  expect(load(runs)).toEqual({ highest: Uint32Array.from(highest), peak, peakAtMs });
});

test('at every instant and in every bar the number is what counting by hand gives', () => {
  const aStart = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 700, max: 1700 }) }, fc.constant(Infinity));
  const runsOf = fc.array(fc.tuple(aStart, fc.integer({ min: 0, max: 300 })), { maxLength: 40 });
  fc.assert(
    fc.property(runsOf, (runs) => {
      const at = (ms: number) => runs.filter(([start, duration]) => start <= ms && ms < start + duration).length;
      const counts = Array.from({ length: 2100 }, (_, ms) => at(ms));
      const peak = Math.max(...counts);
      expect(load(runs)).toEqual({
        highest: Uint32Array.from({ length: 4 }, (_, bin) =>
          Math.max(...counts.slice(1000 + bin * 100, 1100 + bin * 100)),
        ),
        peak,
        peakAtMs: peak === 0 ? null : counts.indexOf(peak),
      });
    }),
    { numRuns: 200, seed: 11 },
  );
});

test('bars without length and columns of different length are refused', () => {
  const none = new Float64Array(0);
  expect(() => runningAtOnce(none, none, { ...shape, binMs: 0 })).toThrow(RangeError);
  expect(() => runningAtOnce(none, none, { ...shape, bins: 0.5 })).toThrow(RangeError);
  expect(() => runningAtOnce(none, new Float64Array(1), shape)).toThrow('Each run needs a start and a duration.');
});

test('the starts in each bar: its edge belongs to it, the next edge does not, and what lies outside is in none', () => {
  const starts = Float64Array.of(999, 1000, 1099, 1100, 1399, 1400, Infinity);
  expect(startsPerBin(starts, shape)).toEqual(Uint32Array.of(2, 1, 0, 1));
});
