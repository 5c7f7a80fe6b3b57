import { expect, test } from 'vitest';
import { removedAfterMs, tasksUntilRotation } from './task.ts';

const day = 86_400_000;
const createdAtMs = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['that never started, seven days after its creation', null, createdAtMs + 7 * day],
  ['that started as it was created, at the same instant', createdAtMs, createdAtMs + 7 * day],
  ['that started later, seven days after its last start', createdAtMs + 3 * day, createdAtMs + 10 * day],
  ['whose last start is yet to come, seven days after that', createdAtMs + 30 * day, createdAtMs + 37 * day],
])('a task is removed: one %s', (_, lastStartMs, removedAfter) => {
  expect(removedAfterMs({ createdAtMs }, lastStartMs)).toBe(removedAfter);
});

test('the newest task goes after a hundred more, the hundredth with the next one', () => {
  expect([1, 99, 100].map(tasksUntilRotation)).toEqual([100, 2, 1]);
});
