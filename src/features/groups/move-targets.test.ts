import { expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { devicesMovedInto, depthFirst, parentPath, actionRefusal, moveRefusal } from './move-targets.ts';
import { forestOf } from './tree-rows.ts';

const id = (text: string) => groupIdSchema.parse(text);
const node = (name: string, parentId: string | null) => ({
  id: id(name),
  parentId: parentId === null ? null : id(parentId),
  name,
  childCount: 0,
  deviceCount: 0,
});
const forest = forestOf([
  node('managed-devices', null),
  node('labs', 'managed-devices'),
  node('offices', 'managed-devices'),
  node('berlin', 'offices'),
  node('reception', 'berlin'),
  node('unassigned-devices', null),
]);

test.each([
  ['offices', 'labs', null],
  ['reception', 'managed-devices', null],
  ['offices', 'offices', 'The group itself.'],
  ['offices', 'reception', 'It is inside the group that moves.'],
  ['berlin', 'offices', 'It is here already.'],
  ['berlin', 'unassigned-devices', 'Has no subgroups.'],
  ['managed-devices', 'labs', 'This group keeps its place.'],
])('%s into %s: %s', (moving, target, reason) => {
  expect(moveRefusal(forest, id(moving), id(target))).toBe(reason);
});

test('the two groups that are always there say why they cannot be renamed, moved or deleted', () => {
  for (const fixed of ['managed-devices', 'unassigned-devices']) {
    expect(actionRefusal('rename', id(fixed))).toBe('This group keeps its name.');
    expect(actionRefusal('move', id(fixed))).toBe('This group keeps its place.');
    expect(actionRefusal('delete', id(fixed))).toBe('This group is always there.');
  }
  expect(actionRefusal('create', id('managed-devices'))).toBeNull();
  expect(actionRefusal('create', id('unassigned-devices'))).toBe('This group has no subgroups.');
  expect(actionRefusal('delete', id('labs'))).toBeNull();
});

test('targets are listed in the order of the tree, with the groups above them', () => {
  expect(depthFirst(forest).map(({ name }) => name)).toEqual([
    'managed-devices',
    'labs',
    'offices',
    'berlin',
    'reception',
    'unassigned-devices',
  ]);
  expect(parentPath(forest, id('reception'))).toBe('managed-devices / offices / berlin');
  expect(parentPath(forest, id('managed-devices'))).toBe('');
});

test('a move into a group moves the devices that are in another one', () => {
  const devices = [
    { id: 'a', groupId: 'labs' },
    { id: 'b', groupId: 'berlin' },
  ];
  expect(devicesMovedInto(devices, id('labs'))).toEqual([{ id: 'b', groupId: 'berlin' }]);
});
