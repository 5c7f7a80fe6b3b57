import { beforeEach, expect, test } from 'vitest';
import { writeLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { findSavedReading, saveReading, completeReading, withChoice, type InventoryForm } from './saved-mappings.ts';

const none = { total: 0, unknown: 0, values: [] };

const aForm = (mapping: InventoryForm['mapping'], ...headings: readonly string[]): InventoryForm => ({
  separator: ';',
  headingLine: 3,
  lines: [],
  rows: 2,
  preset: null,
  columns: headings.map((heading) => ({ heading, samples: [] })),
  mapping,
  statuses: none,
  timeZones: none,
  groups: none,
});

beforeEach(() => {
  writeLocalStorage('vesper.inventory-imports', null);
});

test('what was chosen is remembered for the same headings, in whatever order they stand next time', () => {
  const statuses = [{ text: '2', target: 'offline' as const }];
  const newDevices = { timeZone: 'Europe/Berlin' };
  const first = aForm({ name: [1], group: [0], operatingSystem: [2, 3] }, 'Site', 'Host name', 'OS', 'OS version');
  saveReading(first, { statuses, newDevices });
  const next = aForm({}, 'OS version', 'OS', 'HOST-NAME', 'Site', 'Reason for rejection');
  expect(findSavedReading(next)).toEqual({
    columns: { name: [2], group: [3], operatingSystem: [1, 0] },
    statuses,
    newDevices,
  });
  expect(findSavedReading(aForm({}, 'Site', 'Host name', 'OS'))).toBeNull();
});

test('the last import with the same headings counts, and only the last twenty lists are kept', () => {
  for (let i = 0; i < 25; i += 1) saveReading(aForm({ name: [0] }, `Name ${String(i)}`, 'Host'), {});
  saveReading(aForm({ name: [1] }, 'Name 24', 'Host'), {});
  expect(findSavedReading(aForm({}, 'Name 24', 'Host'))).toEqual({ columns: { name: [1] } });
  expect(findSavedReading(aForm({}, 'Name 5', 'Host'))).not.toBeNull();
  expect(findSavedReading(aForm({}, 'Name 2', 'Host'))).toBeNull();
});

test('what is remembered in a form that nobody knows is nothing', () => {
  for (const text of ['', 'x', '{}', '[{"headings":1}]']) {
    writeLocalStorage('vesper.inventory-imports', text);
    expect(findSavedReading(aForm({}, 'Name'))).toBeNull();
  }
});

test('a file without headings is not remembered', () => {
  saveReading(aForm({ name: [0] }, '', ''), {});
  expect(findSavedReading(aForm({}, '', ''))).toBeNull();
});

test('the import is told all that the preview read, guesses included', () => {
  const form = aForm({ name: [1] }, 'A', 'B');
  expect(completeReading(form, { groups: [{ text: 'X', target: 'Labs' }] })).toEqual({
    separator: ';',
    headingLine: 3,
    columns: { name: [1] },
    groups: [{ text: 'X', target: 'Labs' }],
  });
});

test('a value has one choice, the last', () => {
  const once = withChoice(withChoice(undefined, 'a', 'x'), 'b', 'y');
  expect(withChoice(once, 'a', 'z')).toEqual([
    { text: 'b', target: 'y' },
    { text: 'a', target: 'z' },
  ]);
});
