import { expect, test } from 'vitest';
import { hitsWithin, rangeOfHits, type Draws } from './count-distribution.ts';

/** The same by the plainest way: the chances of each number of hits, draw by draw. */
function plainly(draws: readonly Draws[], part: number): number {
  const total = draws.reduce((sum, { count }) => sum + count, 0);
  const chances = new Float64Array(total + 1);
  chances[0] = 1;
  let drawn = 0;
  for (const { count, chance } of draws)
    for (let i = 0; i < count; i += 1) {
      drawn += 1;
      for (let hits = drawn; hits >= 0; hits -= 1)
        chances[hits] = (chances[hits] ?? 0) * (1 - chance) + (hits > 0 ? (chances[hits - 1] ?? 0) * chance : 0);
    }
  let sum = 0;
  return chances.findIndex((each) => (sum += each) >= part);
}

const parts = [0.025, 0.975] as const;
const chances = [0.003, 0.02, 0.06, 0.11, 0.3, 0.5, 0.71, 0.93, 0.995];

test('a small variance: exactly what the plainest way gives, for rare hits and for nearly certain ones', () => {
  for (const chance of chances) {
    for (const rest of [0, 1, 0.4]) {
      const draws = [
        { count: 60, chance },
        { count: 25, chance: rest },
        { count: 90, chance: 1 - chance },
      ];
      for (const part of parts)
        expect(hitsWithin(draws, part), `${chance}, ${rest}, ${part}`).toBe(plainly(draws, part));
    }
  }
});

test('a large variance: nine times in ten what the plainest way gives, and never more than one off', () => {
  let [right, asked] = [0, 0];
  for (const chance of [0.05, 0.08, 0.11, 0.3, 0.5, 0.71, 0.93]) {
    for (const extra of [0, 37, 74, 111, 148]) {
      const count = Math.ceil(101 / (chance * (1 - chance))) + extra;
      const draws = [
        { count, chance },
        { count: 40, chance: 0.02 },
      ];
      for (const part of parts) {
        const [ours, plain] = [hitsWithin(draws, part), plainly(draws, part)];
        expect(Math.abs(ours - plain), `${chance}, ${count}, ${part}`).toBeLessThanOrEqual(1);
        right += ours === plain ? 1 : 0;
        asked += 1;
      }
    }
  }
  expect(right / asked).toBeGreaterThan(0.9);
});

test('no draws hit nothing, and draws without chance hit never or always', () => {
  expect(hitsWithin([], 0.975)).toBe(0);
  expect(hitsWithin([{ count: 7, chance: 0 }], 0.975)).toBe(0);
  expect(hitsWithin([{ count: 7, chance: 1 }], 0.025)).toBe(7);
});

test('what always hits and what never does is counted, and adds no doubt', () => {
  const sure = [
    { count: 5, chance: 1 },
    { count: 7, chance: 0 },
  ];
  expect(rangeOfHits(sure)).toEqual({ low: 5, high: 5 });
  expect(rangeOfHits([...sure, { count: 2, chance: 0.5 }])).toEqual({ low: 5, high: 7 });
});
