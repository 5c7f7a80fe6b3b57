import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from './page.ts';
import { sortKey } from './sort-key.ts';

const keyOf = (name: string) => sortKey(name) ?? '';
const orderOf = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

test('the keys of two names are in the order of the names', () => {
  const aName = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
    fc.string({ unit: fc.constantFrom('a', 'B', 'b', '0', '1', '2', '9', '-', '_', ' ', '.', '~'), maxLength: 6 }),
  );
  fc.assert(
    fc.property(aName, aName, (a, b) => {
      expect(orderOf(keyOf(a), keyOf(b)), `“${a}” and “${b}”`).toBe(Math.sign(compareText(a, b)));
    }),
    { numRuns: 20_000, seed: 21 },
  );
});

test.each([
  ['Rack 2', 'Rack 12'],
  ['PC-09', 'PC-10'],
  ['ber-ws-1', 'BER-WS-2'],
  ['a', 'a1'],
])('%s comes before %s', (a, b) => {
  expect(keyOf(a) < keyOf(b)).toBe(true);
});

test.each(['Büro', 'Ω', 'tab\t', '9'.repeat(300)])('%s has no key', (name) => {
  expect(sortKey(name)).toBeNull();
});
