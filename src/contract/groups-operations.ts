import { z } from 'zod';
import { deviceRecords, groupContentRecords, groupRecords } from './affected-records.ts';
import { changeSchema } from './changes.ts';
import {
  deviceMoveBody,
  groupBody,
  groupDeletionQuery,
  groupMoveBody,
  groupParams,
  groupTreeQuery,
  groupTreeSchema,
  groupViewSchema,
} from './groups.ts';
import { op } from './operation.ts';

/** Administration groups and their devices. */
export const groupOperations = {
  groupTree: op('GET', '/groups', 'The tree of administration groups', {
    needs: 'view',
    query: groupTreeQuery,
    answer: groupTreeSchema,
  }),
  group: op('GET', '/groups/{groupId}', 'One administration group', {
    needs: 'view',
    params: groupParams,
    answer: groupViewSchema,
    conditional: true,
  }),
  createGroup: op('POST', '/groups/{groupId}/groups', 'Create a group in a group', {
    needs: 'manage-groups',
    affects: groupRecords,
    params: groupParams,
    body: groupBody,
    answer: groupViewSchema,
    status: 201,
  }),
  updateGroup: op('PUT', '/groups/{groupId}', 'Rename a group', {
    needs: 'manage-groups',
    affects: groupRecords,
    params: groupParams,
    body: groupBody,
    answer: groupViewSchema,
    conditional: true,
  }),
  moveGroup: op('POST', '/groups/{groupId}/move', 'Move a group with all it holds into another group', {
    needs: 'manage-groups',
    affects: [...groupRecords, 'runs'],
    params: groupParams,
    body: groupMoveBody,
    answer: groupViewSchema,
    conditional: true,
  }),
  deleteGroup: op('DELETE', '/groups/{groupId}', 'Delete a group; its devices become unassigned', {
    needs: 'manage-groups',
    affects: groupContentRecords,
    params: groupParams,
    query: groupDeletionQuery,
    answer: changeSchema,
    conditional: true,
  }),
  moveDevices: op('POST', '/devices/move', 'Move devices into a group', {
    needs: 'manage-devices',
    affects: deviceRecords,
    body: deviceMoveBody,
    answer: z.object({ moved: z.int(), change: changeSchema.nullable() }).meta({ id: 'DevicesMoved' }),
    maxBodyKiB: 1024,
  }),
} as const;
