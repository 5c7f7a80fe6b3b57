import { expect, test } from 'vitest';
import { checkBins, startsPerBin } from './bins.ts';

test('a start is in the bar that it falls into, on an edge in the later one, and outside all of them in none', () => {
  const startsMs = Float64Array.of(999, 1000, 1009, 1010, 1029, 1030, Infinity, 1020);
  expect(startsPerBin(startsMs, { fromMs: 1000, binMs: 10, bins: 3 })).toEqual(Uint32Array.of(2, 1, 2));
});

test('no bars count nothing', () => {
  expect(startsPerBin(Float64Array.of(0, 1), { fromMs: 0, binMs: 1, bins: 0 })).toEqual(new Uint32Array(0));
});

test.each([0, -1, NaN])('a bar of %d milliseconds is refused', (binMs) => {
  expect(() => {
    checkBins({ fromMs: 0, binMs, bins: 1 });
  }).toThrow('The width of a bin must be positive.');
});

test.each([-1, 1.5, NaN])('%d bars are refused', (bins) => {
  expect(() => startsPerBin(new Float64Array(1), { fromMs: 0, binMs: 1, bins })).toThrow(
    'The number of bins must be a non-negative whole number.',
  );
});
