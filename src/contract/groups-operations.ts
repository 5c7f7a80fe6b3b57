import { groupParams, groupTreeQuery, groupTreeSchema, groupViewSchema } from './groups.ts';
import { op } from './operation.ts';

/** Administration groups. */
export const groupOperations = {
  groupTree: op('GET', '/groups', 'The tree of administration groups', {
    query: groupTreeQuery,
    answer: groupTreeSchema,
  }),
  group: op('GET', '/groups/{groupId}', 'One administration group', { params: groupParams, answer: groupViewSchema }),
} as const;
