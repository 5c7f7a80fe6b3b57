import { expect, test } from 'vitest';
import { virtualRows, scrollOffsetFor } from './row-virtualizer.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test.each([
  ['the begin, with four rows beyond it', { first: 0, visibleCount: 10 }, 5000, 0, range(0, 14)],
  ['the middle, with four rows on either side', { first: 100, visibleCount: 10 }, 5000, 100, range(96, 114)],
  ['the end', { first: 4990, visibleCount: 10 }, 5000, 4999, range(4986, 5000)],
  ['a row kept far above', { first: 100, visibleCount: 2 }, 5000, 3, [3, ...range(96, 106)]],
  ['a row kept far below', { first: 0, visibleCount: 2 }, 5000, 4000, [...range(0, 6), 4000]],
  ['a list that became shorter than what was in view', { first: 100, visibleCount: 3 }, 12, 0, [0, ...range(5, 12)]],
  ['a short list', { first: 0, visibleCount: 10 }, 2, 1, [0, 1]],
  ['a list of nothing', { first: 0, visibleCount: 10 }, 0, 0, []],
  ['a list whose height is not known yet: what is kept', { first: 0, visibleCount: 0 }, 5000, 70, [...range(0, 4), 70]],
])('of a list are drawn: %s', (_, view, count, pinned, expected) => {
  expect(virtualRows(view, count, pinned)).toEqual(expected);
});

test.each([
  ['a row in sight', 3, 28, 28],
  ['a row above', 1, 100, 28],
  ['a row below, whose foot comes to the edge', 20, 0, 308],
  ['a row that is cut at the top', 4, 120, 112],
])('%s is scrolled to', (_, row, scrollTop, expected) => {
  expect(scrollOffsetFor(row, 28, { scrollTop, clientHeight: 280 })).toBe(expected);
});
