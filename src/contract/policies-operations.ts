import { policyRecords } from './affected-records.ts';
import { changeSchema } from './changes.ts';
import { groupParams } from './groups.ts';
import { op } from './operation.ts';
import {
  newPolicyBody,
  policyBody,
  policyListQuery,
  policyListSchema,
  policyParams,
  policyStatusBody,
  policyViewSchema,
  targetGroupBody,
} from './policies.ts';
import { policyFileSchema } from './policy-file.ts';

/** Policies. */
export const policyOperations = {
  groupPolicies: op('GET', '/groups/{groupId}/policies', 'The policies of a group, own and inherited', {
    needs: 'view',
    params: groupParams,
    query: policyListQuery,
    answer: policyListSchema,
  }),
  policy: op('GET', '/policies/{policyId}', 'One policy', {
    needs: 'view',
    params: policyParams,
    answer: policyViewSchema,
    conditional: true,
  }),
  updatePolicy: op('PUT', '/policies/{policyId}', 'Save a policy', {
    needs: 'manage-policies',
    affects: policyRecords,
    params: policyParams,
    body: policyBody,
    answer: policyViewSchema,
    conditional: true,
  }),
  createPolicy: op('POST', '/groups/{groupId}/policies', 'Create a policy in a group', {
    needs: 'manage-policies',
    affects: policyRecords,
    params: groupParams,
    body: newPolicyBody,
    answer: policyViewSchema,
    status: 201,
  }),
  setPolicyStatus: op('POST', '/policies/{policyId}/status', 'Make a policy active, inactive or out-of-office', {
    needs: 'manage-policies',
    affects: policyRecords,
    params: policyParams,
    body: policyStatusBody,
    answer: policyViewSchema,
    conditional: true,
  }),
  copyPolicy: op('POST', '/policies/{policyId}/copy', 'Copy a policy to a group; the copy is inactive', {
    needs: 'manage-policies',
    affects: policyRecords,
    params: policyParams,
    body: targetGroupBody,
    answer: policyViewSchema,
    status: 201,
  }),
  movePolicy: op('POST', '/policies/{policyId}/move', 'Move a policy to another group; it becomes inactive', {
    needs: 'manage-policies',
    affects: policyRecords,
    params: policyParams,
    body: targetGroupBody,
    answer: policyViewSchema,
    conditional: true,
  }),
  deletePolicy: op('DELETE', '/policies/{policyId}', 'Delete a policy', {
    needs: 'manage-policies',
    affects: policyRecords,
    params: policyParams,
    answer: changeSchema,
    conditional: true,
  }),
  exportPolicy: op('GET', '/policies/{policyId}/export', 'A policy as a file, without any password', {
    needs: 'view',
    params: policyParams,
    answer: policyFileSchema,
  }),
  importPolicy: op('POST', '/groups/{groupId}/policies/import', 'Import an exported policy; it is inactive', {
    needs: 'manage-policies',
    affects: policyRecords,
    params: groupParams,
    body: policyFileSchema,
    answer: policyViewSchema,
    status: 201,
  }),
} as const;
