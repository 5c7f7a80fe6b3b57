import { expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { groupPaths } from './group-paths.ts';

const node = (id: string, name: string, parent: string | null) => ({
  id: groupIdSchema.parse(id),
  parentId: parent === null ? null : groupIdSchema.parse(parent),
  name,
  childCount: 0,
  deviceCount: 0,
});

test('groups are sorted by path, without Unassigned devices', () => {
  const groups = [
    node('managed-devices', 'Managed devices', null),
    node('unassigned-devices', 'Unassigned devices', null),
    node('offices', 'Offices', 'managed-devices'),
    node('berlin', 'Berlin', 'offices'),
    node('labs', 'Labs', 'managed-devices'),
  ];
  expect(groupPaths(groups).map(({ path }) => path)).toEqual([
    'Managed devices',
    'Managed devices / Labs',
    'Managed devices / Offices',
    'Managed devices / Offices / Berlin',
  ]);
});
