import { expect, test } from 'vitest';
import { formatCount, lastPage, formatRowRange } from './format-count.ts';

const devices = ['device', 'devices'] as const;

test.each([
  [0, '0 devices'],
  [1, '1 device'],
  [1186, '1,186 devices'],
])('%d is said as %s', (count, words) => {
  expect(formatCount(count, devices)).toBe(words);
});

test.each([
  ['one row', 1, 50, 1, '1 device'],
  ['one full page', 1, 50, 50, '50 devices'],
  ['the first of many', 1, 50, 1186, '1–50 of 1,186 devices'],
  ['the last, half full', 24, 50, 1186, '1,151–1,186 of 1,186 devices'],
])('%s', (_, page, size, total, words) => {
  expect(formatRowRange(page, size, total, devices)).toBe(words);
});

test.each([
  [0, 1],
  [50, 1],
  [51, 2],
  [1186, 24],
])('%d rows of 50 a page end on page %d', (total, page) => {
  expect(lastPage(total, 50)).toBe(page);
});
