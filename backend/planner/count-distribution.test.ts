import { expect, test } from 'vitest';
import { hitQuantile, hitRange95, type BinomialDraws } from './count-distribution.ts';

/** The same by the plainest way: the chances of each number of hits, draw by draw. */
function plainly(draws: readonly BinomialDraws[], quantile: number): number {
  const total = draws.reduce((sum, { count }) => sum + count, 0);
  const chances = new Float64Array(total + 1);
  chances[0] = 1;
  let drawn = 0;
  for (const { count, probability } of draws)
    for (let i = 0; i < count; i += 1) {
      drawn += 1;
      for (let hits = drawn; hits >= 0; hits -= 1)
        chances[hits] =
          (chances[hits] ?? 0) * (1 - probability) + (hits > 0 ? (chances[hits - 1] ?? 0) * probability : 0);
    }
  let sum = 0;
  return chances.findIndex((each) => (sum += each) >= quantile);
}

const quantiles = [0.025, 0.975] as const;
const chances = [0.003, 0.02, 0.06, 0.11, 0.3, 0.5, 0.71, 0.93, 0.995];

test('a small variance: exactly what the plainest way gives, for rare hits and for nearly certain ones', () => {
  for (const probability of chances) {
    for (const rest of [0, 1, 0.4]) {
      const draws = [
        { count: 60, probability },
        { count: 25, probability: rest },
        { count: 90, probability: 1 - probability },
      ];
      for (const quantile of quantiles)
        expect(hitQuantile(draws, quantile), `${probability}, ${rest}, ${quantile}`).toBe(plainly(draws, quantile));
    }
  }
});

test('a large variance: nine times in ten what the plainest way gives, and never more than one off', () => {
  let [right, requested] = [0, 0];
  for (const probability of [0.05, 0.08, 0.11, 0.3, 0.5, 0.71, 0.93]) {
    for (const extra of [0, 37, 74, 111, 148]) {
      const count = Math.ceil(101 / (probability * (1 - probability))) + extra;
      const draws = [
        { count, probability },
        { count: 40, probability: 0.02 },
      ];
      for (const quantile of quantiles) {
        const [ours, plain] = [hitQuantile(draws, quantile), plainly(draws, quantile)];
        expect(Math.abs(ours - plain), `${probability}, ${count}, ${quantile}`).toBeLessThanOrEqual(1);
        right += ours === plain ? 1 : 0;
        requested += 1;
      }
    }
  }
  expect(right / requested).toBeGreaterThan(0.9);
});

test('no draws hit nothing, and draws without probability hit never or always', () => {
  expect(hitQuantile([], 0.975)).toBe(0);
  expect(hitQuantile([{ count: 7, probability: 0 }], 0.975)).toBe(0);
  expect(hitQuantile([{ count: 7, probability: 1 }], 0.025)).toBe(7);
});

test('what always hits and what never does is counted, and adds no doubt', () => {
  const sure = [
    { count: 5, probability: 1 },
    { count: 7, probability: 0 },
  ];
  expect(hitRange95(sure)).toEqual({ low: 5, high: 5 });
  expect(hitRange95([...sure, { count: 2, probability: 0.5 }])).toEqual({ low: 5, high: 7 });
});
