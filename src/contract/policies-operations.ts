import { groupParams } from './groups.ts';
import { op } from './operation.ts';
import {
  policyBody,
  policyListQuery,
  policyListSchema,
  policyParams,
  policyViewSchema,
  revisionListSchema,
} from './policies.ts';

/** Policies. */
export const policyOperations = {
  groupPolicies: op('GET', '/groups/{groupId}/policies', 'The policies of a group, own and inherited', {
    params: groupParams,
    query: policyListQuery,
    answer: policyListSchema,
  }),
  policy: op('GET', '/policies/{policyId}', 'One policy', {
    params: policyParams,
    answer: policyViewSchema,
    conditional: true,
  }),
  updatePolicy: op('PUT', '/policies/{policyId}', 'Save a policy', {
    params: policyParams,
    body: policyBody,
    answer: policyViewSchema,
    conditional: true,
  }),
  policyRevisions: op('GET', '/policies/{policyId}/revisions', 'The revisions of a policy, newest first', {
    params: policyParams,
    answer: revisionListSchema,
  }),
} as const;
