import { z } from 'zod';
import { deviceIdSchema, groupIdSchema, policyIdSchema, taskIdSchema } from '#domain/ids.ts';
import { groupRefSchema } from './groups.ts';
import { op } from './operation.ts';
import { searchText } from './page.ts';

/** A search by name; an empty text finds nothing. */
export const searchQuery = z.object({ search: searchText.default('') });

/** A result: its name, its group, and the group's path from *Managed devices* down. */
const foundIn = <T extends z.ZodType>(id: T) =>
  z.object({ id, name: z.string(), group: groupRefSchema, path: z.array(z.string()) });

/** At most eight results of each kind, prefix matches first, and the total. */
const foundOf = <T extends z.ZodType>(id: T) => z.object({ rows: z.array(foundIn(id)), total: z.int() });

export const searchResultSchema = z
  .object({
    groups: foundOf(groupIdSchema),
    devices: foundOf(deviceIdSchema),
    policies: foundOf(policyIdSchema),
    tasks: foundOf(taskIdSchema),
  })
  .meta({ id: 'SearchResult' });

export type SearchResult = z.infer<typeof searchResultSchema>;

export const searchOperations = {
  search: op('GET', '/search', 'Groups, devices, policies and tasks by name', {
    needs: 'view',
    query: searchQuery,
    answer: searchResultSchema,
  }),
} as const;
