import { expect, test } from 'vitest';
import { forecastBody } from '#contract/forecast.ts';
import { maxBars } from './bins.ts';

test.each([
  ['a phone', 360, 40],
  ['a window that is a little wider asks for as many', 1_122, 160],
  ['a window that is a little narrower', 1_119, 140],
  ['hardly any room', 10, 20],
  ['a wall of screens', 20_000, 1_000],
])('%s of %i pixels asks for at most %i bars', (_, width, most) => {
  expect(maxBars(width)).toBe(most);
  expect(forecastBody.shape.most.safeParse(most).success).toBe(true);
});
