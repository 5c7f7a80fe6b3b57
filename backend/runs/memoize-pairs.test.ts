import { expect, test } from 'vitest';
import { memoizePairs } from './memoize-pairs.ts';

test('the function is called once for each pair, with and without a dense row', () => {
  // Rows as wide as this are given to the first two kinds only.
  const width = 1_500_000;
  const decided = memoizePairs(width);
  const asked: string[] = [];
  const ask = (kind: number, at: number) =>
    decided(kind, at, () => {
      asked.push(`${String(kind)}/${String(at)}`);
      return kind + at;
    });
  const pairs = [0, 1, 2, 3].flatMap((kind) => [0, 7, width - 1].map((at) => [kind, at] as const));
  for (const [kind, at] of [...pairs, ...pairs]) expect(ask(kind, at)).toBe(kind + at);
  expect(asked).toEqual(pairs.map(([kind, at]) => `${String(kind)}/${String(at)}`));
});
