import { recordsOfKind } from './affected-records.ts';
import {
  comparisonQuery,
  comparisonSchema,
  descriptionBody,
  historyParams,
  historySchema,
  restoredSchema,
  revisionParams,
  revisionSchema,
} from './history.ts';
import { op } from './operation.ts';
import { rightOfKind } from './rights.ts';

/** The revisions of policies, groups, and the local settings of devices. */
export const historyOperations = {
  history: op('GET', '/history/{kind}/{objectId}', 'The revisions of an object, newest first', {
    needs: 'view',
    params: historyParams,
    answer: historySchema,
    conditional: true,
  }),
  compareRevisions: op('GET', '/history/{kind}/{objectId}/compare', 'Two revisions, setting by setting', {
    needs: 'view',
    params: historyParams,
    query: comparisonQuery,
    answer: comparisonSchema,
  }),
  restoreRevision: op('POST', '/history/{kind}/{objectId}/{number}/restore', 'Restore a revision as a new one', {
    needs: rightOfKind,
    affects: recordsOfKind,
    params: revisionParams,
    answer: restoredSchema,
    conditional: true,
  }),
  describeRevision: op('PUT', '/history/{kind}/{objectId}/{number}', 'Write what a revision was for', {
    needs: rightOfKind,
    affects: ['revisions', 'changes'],
    params: revisionParams,
    body: descriptionBody,
    answer: revisionSchema,
  }),
} as const;
