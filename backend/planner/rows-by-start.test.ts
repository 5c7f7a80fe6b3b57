import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsByStart } from './rows-by-start.ts';

test('rows come in the order of their starts, equals in their own, and those without a start in none', () => {
  const aStart = fc.oneof(
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: -1e12, max: 4e12 }),
    fc.constant(Infinity),
  );
  fc.assert(
    fc.property(fc.array(aStart, { maxLength: 60 }), (starts) => {
      const expected = starts
        .map((ms, row) => ({ ms, row }))
        .filter(({ ms }) => ms !== Infinity)
        .sort((a, b) => a.ms - b.ms || a.row - b.row);
      expect([...rowsByStart(Float64Array.from(starts))]).toEqual(expected.map(({ row }) => row));
    }),
    { numRuns: 500, seed: 6 },
  );
});
