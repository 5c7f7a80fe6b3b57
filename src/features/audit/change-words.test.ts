import { expect, test } from 'vitest';
import { changesWords, lineWords, objectsWords, putBackWords, revisionsWords } from './change-words.ts';

const object = (name: string, revision: number | null = null) =>
  ({ kind: 'policy', id: name, name, revision }) as const;
const line = (from: string, to: string, of = 'Berlin') => ({ object: of, setting: 'Scan start', from, to });

test.each([
  [line('Manual start', '20:00–07:00'), 'Scan start: Manual start → 20:00–07:00'],
  [line('', 'created'), 'Scan start: created'],
  [line('Manual start', ''), 'Scan start: Manual start → nothing'],
])('a change says old → new, or the one side it has', (change, words) => {
  expect(lineWords(change)).toBe(words);
});

test('changes name their object only in an entry with several objects', () => {
  const lines = [line('a', 'b'), line('c', 'd', 'Paris')];
  expect(changesWords({ lines, objects: [object('Berlin')] })).toBe('Scan start: a → b; Scan start: c → d');
  expect(changesWords({ lines, objects: [object('Berlin'), object('Paris')] })).toBe(
    'Berlin: Scan start: a → b; Paris: Scan start: c → d',
  );
});

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A, B'],
  [['A', 'B', 'C'], 'A and 2 others'],
])('the objects %j are told as “%s”', (names, words) => {
  expect(objectsWords({ objects: names.map((name) => object(name)) })).toBe(words);
});

test('only created revisions are listed', () => {
  expect(revisionsWords({ objects: [object('A', 4), object('B'), object('C', 2)] })).toBe('4, 2');
});

test('undoing restores the old value, or removes a value that did not exist before', () => {
  expect(putBackWords(line('Manual start', '20:00–07:00'))).toBe('Scan start back to Manual start');
  expect(putBackWords(line('', 'created'))).toBe('Scan start: created is taken back');
});
