import { expect, test } from 'vitest';
import { passwordFault } from './password.ts';

test.each([
  ['Aa1 of eight', 'Aa1aaaaa', null],
  ['seven characters', 'Aa1!aaa', 'A password has at least 8 characters.'],
  ['129 characters', `Aa1${'a'.repeat(126)}`, 'A password has at most 128 characters.'],
  ['128 characters', `Aa1${'a'.repeat(125)}`, null],
  ['two kinds', 'aaaaaaa1', expect.stringContaining('at least three of')],
  ['letters beyond ASCII', 'ÄÖüß1234', null],
  ['a space and signs', 'correct horse 1', null],
])('%s', (_, password, fault) => {
  expect(passwordFault(password)).toEqual(fault);
});
