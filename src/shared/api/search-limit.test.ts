import { expect, test } from 'vitest';
import { parseSearch } from '#src/shared/navigation/search-params.ts';
import { searchParamsSchema } from '#src/shared/navigation/route-location.ts';
import { call } from './client.ts';
import { isSearchTooLong, refuseLongSearch } from './search-limit.ts';

const long = 'x'.repeat(201);

test('200 characters are searched for, one more is refused', () => {
  expect(() => {
    refuseLongSearch({ search: 'x'.repeat(200) });
  }).not.toThrow();
  expect(() => {
    refuseLongSearch({ search: long });
  }).toThrow('Search for at most 200 characters.');
  expect(() => {
    refuseLongSearch({ object: long });
  }).toThrow('Search for at most 200 characters.');
});

test('whatever asks the backend for a text that is too long sends nothing', async () => {
  const error = await call('search', { query: { search: long } }).catch((reason: unknown) => reason);
  expect(isSearchTooLong(error)).toBe(true);
  expect(isSearchTooLong(new Error('Search for at most 200 characters.'))).toBe(false);
});

test('a link with such a text still has one that is too long, and no longer than needed', () => {
  const { q, runsQ } = searchParamsSchema.parse(parseSearch(`?q=${'x'.repeat(5_000)}&runsQ=${'y'.repeat(201)}`));
  expect([q, runsQ]).toEqual([long, 'y'.repeat(201)]);
});
