import { expect, test } from 'vitest';
import { importedWords, previewLines } from './inventory-words.ts';

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
  expect(importedWords({ created: 40, updated: 0, unchanged: 1, newGroups: 4, invalid: 2 })).toBe(
    'Inventory imported: 40 devices created, 1 device unchanged, 4 groups created, and 2 lines left out.',
  );
});
