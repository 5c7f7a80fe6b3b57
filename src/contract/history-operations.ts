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

/** The revisions of policies, groups, and the local settings of devices. */
export const historyOperations = {
  history: op('GET', '/history/{kind}/{objectId}', 'The revisions of an object, newest first', {
    params: historyParams,
    answer: historySchema,
    conditional: true,
  }),
  compareRevisions: op('GET', '/history/{kind}/{objectId}/compare', 'Two revisions, setting by setting', {
    params: historyParams,
    query: comparisonQuery,
    answer: comparisonSchema,
  }),
  restoreRevision: op('POST', '/history/{kind}/{objectId}/{number}/restore', 'Restore a revision as a new one', {
    params: revisionParams,
    answer: restoredSchema,
    conditional: true,
  }),
  describeRevision: op('PUT', '/history/{kind}/{objectId}/{number}', 'Write what a revision was for', {
    params: revisionParams,
    body: descriptionBody,
    answer: revisionSchema,
  }),
} as const;
