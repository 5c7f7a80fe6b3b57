import { changePageSchema, changeParams, changeQuery, changeSchema } from './changes.ts';
import { dryRunBody, effectsSchema } from './effects.ts';
import { op } from './operation.ts';
import { rightOfKind } from './rights.ts';

/** The audit log, and writes that are only tried. */
export const changeOperations = {
  auditLog: op('GET', '/changes', 'The audit log', { needs: 'view', query: changeQuery, answer: changePageSchema }),
  undoChange: op('POST', '/changes/{changeId}/undo', 'Take a change back', {
    needs: rightOfKind,
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
