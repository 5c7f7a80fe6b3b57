import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cachedRanks, nameOrder } from './name-order.ts';
import { compareText } from './page.ts';

const aName = fc
  .array(
    fc.oneof(
      fc.constantFrom('-', '0', '00', '1', '9', '10', 'a', 'A', 'b', 'Z', 'WS', 'é', ' ', '_'),
      fc.nat(120).map(String),
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));
const aPlainName = aName.filter((name) => /^[-0-9A-Za-z]*$/.test(name));

test.each([
  ['plain', aPlainName],
  ['any', aName],
])('many %s names come in the order in which two are compared', (_, name) => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 60 }), (names) => {
      const sorted = names
        .map((_, place) => place)
        .sort((a, b) => compareText(names[a] ?? '', names[b] ?? '') || a - b);
      expect([...nameOrder(names)]).toEqual(sorted);
    }),
    { seed: 2026, numRuns: 2_000 },
  );
});

const aText = fc.oneof(
  fc.constantFrom('Rack 2', 'Rack 12', 'rack 2', 'Ärzte', 'arzte', ''),
  fc.string({ maxLength: 4 }),
);

test('the ranks of texts are in their order, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.array(fc.array(aText, { maxLength: 20 }), { maxLength: 4 }), (questions) => {
      const ranksOf = cachedRanks();
      for (const texts of questions) {
        const ranks = ranksOf(texts);
        texts.forEach((a, i) => {
          texts.forEach((b, j) => {
            expect(Math.sign((ranks[i] ?? NaN) - (ranks[j] ?? NaN))).toBe(Math.sign(compareText(a, b)));
          });
        });
      }
    }),
    { seed: 20_261_124, numRuns: 200 },
  );
});
