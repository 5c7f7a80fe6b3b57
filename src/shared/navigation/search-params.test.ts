import { defaultStringifySearch } from '@tanstack/react-router';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchParamsSchema } from './route-location.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

test.each(['42', 'true', 'false', 'null', '00042', '1e3', '-1', '12345678901234567890123456789012', '[a]', '{"a":1}'])(
  '?q=%s searches for that text',
  (q) => {
    const query = `?q=${encodeURIComponent(q)}`;
    expect(searchParamsSchema.parse(parseSearch(query))).toEqual({ q });
    expect(stringifySearch({ q })).toBe(query);
  },
);

test('what is said with numbers and choices is read as such', () => {
  const message = parseSearch('?page=3&subgroups=false&inherited=true&sample=7&first=12&status=online');
  expect(searchParamsSchema.parse(message)).toEqual({
    ...{ page: 3, subgroups: false, inherited: true, sample: 7, first: 12, status: 'online' },
  });
  expect(searchParamsSchema.parse(parseSearch('?subgroups=maybe&page=x'))).toEqual({});
});

test('the first of several values counts, and what is undefined is left out', () => {
  expect(parseSearch('?q=a&q=b&page=2')).toEqual({ q: 'a', page: '2' });
  expect(stringifySearch({ q: undefined, page: 2 })).toBe('?page=2');
  expect(stringifySearch({ q: undefined })).toBe('');
});

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.json().map(JSON.stringify));
const message = fc.dictionary(fc.constantFrom('q', 'sort', 'page', '__proto__', 'runsQ'), text);

test('any texts come back as they were', () => {
  fc.assert(
    fc.property(message, (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
    }),
  );
});

test('a link that the router itself wrote before says the same', () => {
  const before = fc.record(
    { q: text, sort: text, page: fc.nat(), subgroups: fc.boolean(), sample: fc.nat() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(before, (search) => {
      const expected = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
      expect(parseSearch(defaultStringifySearch(search))).toEqual(expected);
    }),
  );
});
