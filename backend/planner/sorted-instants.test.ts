import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedInstants } from './sorted-instants.ts';

test('instants of a second, a month or a century come out in order, those before 1970 too, and the argument stays', () => {
  const aSpan = fc.constantFrom(0, 1, 2047, 2048, 1000, 30 * 86_400_000, 36_525 * 86_400_000);
  const instants = aSpan.chain((span) =>
    fc.array(fc.integer({ min: -span, max: span }), { maxLength: 300 }).map((list) => Float64Array.from(list)),
  );
  fc.assert(
    fc.property(instants, (given) => {
      const before = given.slice();
      expect(sortedInstants(given)).toEqual(given.toSorted());
      expect(given).toEqual(before);
    }),
    { numRuns: 200, seed: 13 },
  );
});
