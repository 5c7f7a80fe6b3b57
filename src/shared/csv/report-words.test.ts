import { expect, test } from 'vitest';
import { columnsWords, errorWords, ignoredWords, invalidWords } from './report-words.ts';

const labels = { name: 'Name', timeZone: 'Time zone' };

test.each([
  ['/lines/17/timeZone', 'Line 17, Time zone: Unknown.'],
  ['/lines/17', 'Line 17: Unknown.'],
  ['/lines/17/other', 'Line 17, other: Unknown.'],
  ['/csv', 'Unknown.'],
])('an error at %s reads %s', (path, words) => {
  expect(errorWords({ path, message: 'Unknown.' }, labels)).toBe(words);
});

test('recognised columns are listed by label, with the heading if it differs', () => {
  const columns = [
    { heading: 'NAME', field: 'name' },
    { heading: 'Zeitzone', field: 'timeZone' },
  ];
  expect(columnsWords({ columns }, labels)).toBe('Columns: Name, Time zone (“Zeitzone”).');
});

test('ignored columns and skipped rows are mentioned only if there are any', () => {
  expect(ignoredWords({ ignored: [], ignoredTotal: 0 })).toBe('');
  expect(ignoredWords({ ignored: ['Owner', 'Room'], ignoredTotal: 1_002 })).toBe(
    'Ignored: “Owner”, “Room” and 1,000 more.',
  );
  expect(invalidWords({ invalid: 0 })).toBe('');
  expect(invalidWords({ invalid: 1 })).toBe('1 line has errors and is left out.');
  expect(invalidWords({ invalid: 1_200 })).toBe('1,200 lines have errors and are left out.');
});
