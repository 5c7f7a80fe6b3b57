import { expect, test } from 'vitest';
import { describeImport, describeRejected, describeRow, ignoredValueLines, previewLines } from './inventory-text.ts';

test('a preview says how many devices and which groups', () => {
  const firstGroups = ['Managed devices/A', 'Managed devices/A/B', 'Managed devices/C', 'Managed devices/D'];
  expect(previewLines({ created: 1_204, updated: 3, moved: 1, unchanged: 0, newGroups: 12, firstGroups })).toEqual([
    '1,204 new devices, 3 updated (1 moves to another group), 0 unchanged.',
    '12 groups are created: A, A/B, C and 9 more.',
  ]);
  expect(previewLines({ created: 1, updated: 0, moved: 0, unchanged: 2, newGroups: 0, firstGroups: [] })).toEqual([
    '1 new device, 0 updated, 2 unchanged.',
    'No group is created.',
  ]);
});

test('what was imported is one sentence of what there was', () => {
  expect(describeImport({ created: 40, updated: 0, unchanged: 1, newGroups: 4, invalid: 2 })).toBe(
    'Inventory imported: 40 devices created, 1 device unchanged, 4 groups created, and 2 lines left out.',
  );
});

test.each([
  ['a new device', { outcome: 'create' as const }, 'Managed devices/Labs · UTC'],
  ['one that stays', { outcome: 'unchanged' as const }, 'Managed devices/Labs'],
  [
    'one that differs',
    {
      outcome: 'move' as const,
      changes: [
        { field: 'group' as const, from: 'A', to: 'B' },
        { field: 'address' as const, from: '', to: '10.0.0.1' },
      ],
    },
    'Group path: A → B · Address: – → 10.0.0.1',
  ],
  [
    'one that is rejected',
    {
      outcome: 'error' as const,
      errors: [
        { path: '/lines/4/timeZone', message: 'Unknown.' },
        { path: '/lines/4', message: '2 values for 3 columns.' },
      ],
    },
    'Time zone: Unknown. 2 values for 3 columns.',
  ],
])('the row of %s says what it does', (_, row, words) => {
  const blank = { line: 4, name: 'A', group: 'Managed devices/Labs', timeZone: 'UTC', changes: [], errors: [] };
  expect(describeRow({ ...blank, ...row })).toBe(words);
});

test('values that say nothing are named, with the number of their rows', () => {
  expect(
    ignoredValueLines({
      ignoredValues: [
        { field: 'status', rows: 1_200, first: ['2', '3', '4', '5', '6'] },
        { field: 'group', rows: 1, first: ['Paris'] },
      ],
    }),
  ).toEqual(['Status ignored in 1,200 rows: 2, 3, 4, 5, 6 and others.', 'Group path ignored in 1 row: Paris.']);
});

test.each([
  [1, '1 row is rejected. Download it with its reasons, fix it and import it again.'],
  [2, '2 rows are rejected. Download them with their reasons, fix them and import them again.'],
])('%i rejected rows are announced in the right number', (count, text) => {
  expect(describeRejected(count)).toBe(text);
});
