import { expect, test } from 'vitest';
import { matches, pageOfRows } from './page.ts';

test.each([
  [1, ['a', 'b']],
  [2, ['c']],
  [3, []],
])('page %i of three rows, two a page', (page, rows) => {
  expect(pageOfRows(['a', 'b', 'c'], { page, pageSize: 2 })).toEqual(rows);
});

test.each([
  ['BER', true],
  ['  ber ', true],
  ['windows', true],
  ['ber windows', false],
  ['', true],
  [undefined, true],
])('%j is searched in two texts', (search, there) => {
  expect(matches(search, ['ber-ws-0001', 'Windows 11'])).toBe(there);
});
