import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

test.each([
  ['', 0],
  ['Short1!', 0],
  ['alllowercase', 0],
  ['Vesper-20', 1],
  ['Vesper-2026!', 2],
  ['Correct-Horse-7-Battery', 3],
])('%j has the strength %i', (password, score) => {
  expect(passwordStrength(password).score).toBe(score);
});
