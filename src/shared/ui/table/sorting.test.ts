import { expect, test } from 'vitest';
import { ariaSort, nextSorting, type Sorting } from './sorting.ts';

const byName: Sorting<string> = { sort: 'name', order: 'asc' };

test.each<[string, string, Sorting<string> | undefined, Sorting<string>]>([
  ['an unsorted table rises', 'name', undefined, byName],
  ['the same column turns round', 'name', byName, { sort: 'name', order: 'desc' }],
  ['and back', 'name', { sort: 'name', order: 'desc' }, byName],
  ['another column rises', 'group', { sort: 'name', order: 'desc' }, { sort: 'group', order: 'asc' }],
])('%s', (_, pressed, before, after) => {
  expect(nextSorting(pressed, before)).toEqual(after);
});

test.each([
  ['no sort of its own', undefined, undefined],
  ['another one sorts', 'group', 'none'],
  ['it sorts', 'name', 'ascending'],
])('a head says how it sorts: %s', (_, sort, text) => {
  expect(ariaSort(sort, byName)).toBe(text);
});
