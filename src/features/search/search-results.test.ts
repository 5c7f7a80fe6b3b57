import { expect, test } from 'vitest';
import type { SearchResult } from '#contract/search.ts';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import {
  defaultSections,
  parseRecent,
  resultSections,
  removeRecent,
  addRecent,
  type FoundObject,
  filterPreviousResults,
} from './search-results.ts';

const berlin = groupIdSchema.parse('berlin');
const none = { rows: [], total: 0 };
const found: SearchResult = {
  groups: {
    rows: [{ id: berlin, name: 'Berlin', group: { id: berlin, name: 'Berlin' }, path: ['Managed devices', 'Berlin'] }],
    total: 1,
  },
  devices: {
    rows: [
      {
        id: deviceIdSchema.parse('ber-1'),
        name: 'BER-1',
        group: { id: berlin, name: 'Berlin' },
        path: ['Managed devices', 'Berlin'],
      },
    ],
    total: 1_200,
  },
  policies: none,
  tasks: none,
};
const actions = ['Simulate a detection', 'Theme: dark'].map((name) => ({ name, whyNot: null, run: () => undefined }));
const place = (id: string): FoundObject => ({
  kind: 'device',
  id: deviceIdSchema.parse(id),
  name: id,
  groupId: berlin,
  path: [],
});

test('results stand under their kind, with the number of all where not all are shown, and empty kinds are left out', () => {
  expect(resultSections(found, { actions, owners: [] }, 'ber').map(({ label }) => label)).toEqual([
    'Groups',
    'Devices, the first 1 of 1,200',
  ]);
});

test('a group shows the path above it, a device the path of its group', () => {
  const paths = resultSections(found, { actions: [], owners: [] }, 'ber').flatMap(({ entries }) =>
    entries.map((entry) => (entry.kind === 'place' ? entry.place.path : [])),
  );
  expect(paths).toEqual([['Managed devices'], ['Managed devices', 'Berlin']]);
});

test('while its own answer is on its way, a text is answered by what of the one before has it in its name', () => {
  const names = (text: string) =>
    Object.values(filterPreviousResults(found, text)).flatMap(({ rows, total }) => {
      expect(total).toBe(rows.length);
      return rows.map(({ name }) => name);
    });
  const all = Object.values(found).flatMap(({ rows }) => rows.map(({ name }) => name));
  expect(names('')).toEqual(all);
  expect(names(' BER ')).toEqual(all.filter((name) => name.toLowerCase().includes('ber')));
  expect(names('new policy')).toEqual([]);
});

test('an action is found by any of its words', () => {
  expect(resultSections(undefined, { actions, owners: [] }, 'DARK theme')).toMatchObject([
    { label: 'Actions', entries: [{ action: { name: 'Theme: dark' } }] },
  ]);
});

test('with nothing typed, recent places and all actions are listed', () => {
  expect(defaultSections([], actions).map(({ label }) => label)).toEqual(['Actions']);
  expect(defaultSections([place('a')], actions).map(({ label }) => label)).toEqual(['Recent', 'Actions']);
});

test('recent places are eight at most, the newest first, each once, and each can be taken out', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'b'];
  const recent = ids.map(place).reduce<FoundObject[]>(addRecent, []);
  expect(recent.map(({ id }) => id)).toEqual(['b', 'i', 'h', 'g', 'f', 'e', 'd', 'c']);
  expect(removeRecent(recent, place('i')).map(({ id }) => id)).toEqual(['b', 'h', 'g', 'f', 'e', 'd', 'c']);
  expect(parseRecent(JSON.stringify(recent))).toEqual(recent);
});

test('what cannot be read as recent places is none', () => {
  expect(parseRecent('')).toEqual([]);
  expect(parseRecent('[{"kind":"star"}]')).toEqual([]);
});
