import { expect, test } from 'vitest';
import { axisTop } from './axis-top.ts';

test('an outlier does not flatten the other bars unless the full height is requested', () => {
  const numbers = [...Array<number>(60).fill(10), 400];
  expect(axisTop(numbers, false)).toEqual({ top: 16, cut: true });
  expect(axisTop(numbers, true)).toEqual({ top: 400, cut: false });
});

test('bars of about one height are drawn in full', () => {
  expect(axisTop([10, 12, 30, 28], false)).toEqual({ top: 30, cut: false });
  expect(axisTop([], false)).toEqual({ top: 4, cut: false });
});
