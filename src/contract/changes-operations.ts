import { z } from 'zod';
import { recordsOfKind } from './affected-records.ts';
import { changePageSchema, changeParams, changeSchema } from './changes.ts';
import { dryRunBody, effectsSchema } from './effects.ts';
import { queryInstantSchema } from './instant.ts';
import { op } from './operation.ts';
import { pageQuery, searchText } from './page.ts';
import { rightOfKind } from './rights.ts';

/** The audit log, newest first. `object`: part of an object's name; `from` and `to`: instants in simulated time. */
const changeQuery = z.object({
  ...pageQuery,
  order: z.enum(['asc', 'desc']).default('desc'),
  by: z.string().max(100).optional(),
  object: searchText.optional(),
  from: queryInstantSchema.optional(),
  to: queryInstantSchema.optional(),
});

/** The audit log and dry runs. */
export const changeOperations = {
  auditLog: op('GET', '/changes', 'The audit log', { needs: 'view', query: changeQuery, answer: changePageSchema }),
  undoChange: op('POST', '/changes/{changeId}/undo', 'Take a change back', {
    needs: rightOfKind,
    affects: recordsOfKind,
    params: changeParams,
    answer: changeSchema,
  }),
  dryRun: op('POST', '/dry-run', 'What a write would change; nothing is written', {
    needs: 'view',
    body: dryRunBody,
    answer: effectsSchema,
    maxBodyKiB: 1024,
    reads: true,
  }),
} as const;
