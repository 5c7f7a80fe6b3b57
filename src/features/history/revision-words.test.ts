import { expect, test } from 'vitest';
import { changeWords, pairToCompare, whyNotTicked } from './revision-words.ts';

const rows = [{ number: 3 }, { number: 2 }, { number: 1 }];

test.each([
  [['3', '1'], { from: 1, to: 3 }],
  [['2', '3'], { from: 2, to: 3 }],
  [['3'], null],
  [['3', '9'], null],
  [['1', '2', '3'], null],
])('ticked %j compares %j', (ticked, pair) => {
  expect(pairToCompare(rows, new Set(ticked))).toEqual(pair);
});

test('a third revision cannot be selected and gives a reason; selected ones can be deselected', () => {
  const ticked = new Set(['3', '1']);
  expect(whyNotTicked(ticked, 2)).toBe('Two revisions are compared: untick one first.');
  expect(whyNotTicked(ticked, 3)).toBeNull();
  expect(whyNotTicked(new Set(['3']), 2)).toBeNull();
});

test.each([
  [{ setting: 'Name', from: 'Labs', to: 'Optics' }, 'Name: Labs → Optics'],
  [{ setting: 'Policy', from: '', to: 'created' }, 'Policy: created'],
  [{ setting: 'Description', from: 'Night shift', to: '' }, 'Description: Night shift → none'],
])('%o in words', (change, words) => {
  expect(changeWords(change)).toBe(words);
});
