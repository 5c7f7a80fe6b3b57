import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText, keptPlaces, pageByNumber, pageOfRows } from './page.ts';

describe('the page of rows by number', () => {
  test('is the page of all rows in order, rows of the same number as they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 12 }),
        (numbers, page, pageSize) => {
          const rows = numbers.map((number, i) => ({ number, i }));
          const inOrder = rows.toSorted((a, b) => a.number - b.number);
          expect(pageByNumber(rows, ({ number }) => number, { page, pageSize })).toEqual(
            pageOfRows(inOrder, { page, pageSize }),
          );
        },
      ),
      { seed: 20_261_124, numRuns: 500 },
    );
  });
});

describe('the places of texts', () => {
  const text = fc.oneof(
    fc.constantFrom('Rack 2', 'Rack 12', 'rack 2', 'Ärzte', 'arzte', ''),
    fc.string({ maxLength: 4 }),
  );

  test('order them as comparing them does, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 20 }), { maxLength: 4 }), (questions) => {
        const placesOf = keptPlaces();
        for (const texts of questions) {
          const places = placesOf(texts);
          for (const a of texts) {
            for (const b of texts) {
              expect(Math.sign((places.get(a) ?? NaN) - (places.get(b) ?? NaN))).toBe(Math.sign(compareText(a, b)));
            }
          }
        }
      }),
      { seed: 20_261_124, numRuns: 200 },
    );
  });

  test('are kept for as long as every text has one', () => {
    const placesOf = keptPlaces();
    const first = placesOf(['b', 'a']);
    expect(placesOf(['a'])).toBe(first);
    expect(placesOf(['a', 'c'])).not.toBe(first);
  });
});
