import { z } from 'zod';
import { changeIdSchema } from '#domain/ids.ts';
import { accountOperations } from './account.ts';
import { changePageSchema, changeQuery, changeSchema, dryRunBody, effectsSchema } from './changes.ts';
import {
  devicePageSchema,
  deviceQuery,
  deviceSchema,
  deviceSettingsBody,
  deviceSettingsSchema,
  deviceStatusBody,
} from './devices.ts';
import { explanationOperations } from './explanations.ts';
import { groupSummaryOperations } from './group-summary.ts';
import { groupTreeQuery, groupTreeSchema, groupViewSchema } from './groups.ts';
import { deviceParams, groupParams, op, policyParams, taskParams } from './operation.ts';
import { policyBody, policyListQuery, policyListSchema, policyViewSchema, revisionListSchema } from './policies.ts';
import { searchQuery, searchResultSchema } from './search.ts';
import {
  clockCommandBody,
  clockSchema,
  durationModelSchema,
  previewBody,
  previewSchema,
  worldSchema,
} from './simulation.ts';
import {
  detectionBody,
  detectionListQuery,
  detectionListSchema,
  detectionSchema,
  runPageSchema,
  runQuery,
  startedSchema,
  startRunsBody,
  taskListQuery,
  taskListSchema,
  taskSchema,
} from './tasks.ts';

/**
 * The one table of what crosses the wire. The client, the query keys, the routes of the backend and the OpenAPI document
 * are made from it. `conditional`: the answer carries a strong ETag, and a write to it needs `If-Match`.
 */
export const operations = {
  groupTree: op('GET', '/groups', 'The tree of administration groups', {
    query: groupTreeQuery,
    answer: groupTreeSchema,
  }),
  group: op('GET', '/groups/{groupId}', 'One administration group', { params: groupParams, answer: groupViewSchema }),
  groupDevices: op('GET', '/groups/{groupId}/devices', 'The devices of a group', {
    params: groupParams,
    query: deviceQuery,
    answer: devicePageSchema,
  }),
  groupPolicies: op('GET', '/groups/{groupId}/policies', 'The policies of a group, own and inherited', {
    params: groupParams,
    query: policyListQuery,
    answer: policyListSchema,
  }),
  groupTasks: op('GET', '/groups/{groupId}/tasks', 'The tasks with runs in a group', {
    params: groupParams,
    query: taskListQuery,
    answer: taskListSchema,
  }),
  device: op('GET', '/devices/{deviceId}', 'One device', { params: deviceParams, answer: deviceSchema }),
  setDeviceStatus: op('POST', '/devices/{deviceId}/status', 'Simulate a device going offline or coming back', {
    params: deviceParams,
    body: deviceStatusBody,
    answer: deviceSchema,
  }),
  deviceSettings: op('GET', '/devices/{deviceId}/settings', "A device's local and effective settings", {
    params: deviceParams,
    answer: deviceSettingsSchema,
    conditional: true,
  }),
  updateDeviceSettings: op('PUT', '/devices/{deviceId}/settings', "Save a device's local settings", {
    params: deviceParams,
    body: deviceSettingsBody,
    answer: deviceSettingsSchema,
    conditional: true,
  }),
  deviceRuns: op('GET', '/devices/{deviceId}/runs', 'The local tasks of a device', {
    params: deviceParams,
    query: runQuery,
    answer: runPageSchema,
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
  search: op('GET', '/search', 'Groups, devices, policies and tasks by name', {
    query: searchQuery,
    answer: searchResultSchema,
  }),
  ...accountOperations,
  ...explanationOperations,
  ...groupSummaryOperations,
  detections: op('GET', '/detections', 'Detections, newest first', {
    query: detectionListQuery,
    answer: detectionListSchema,
  }),
  simulateDetection: op('POST', '/detections', 'Simulate a detection', {
    body: detectionBody,
    answer: detectionSchema,
    status: 201,
  }),
  task: op('GET', '/tasks/{taskId}', 'One autonomous IOC Scan task', { params: taskParams, answer: taskSchema }),
  taskRuns: op('GET', '/tasks/{taskId}/runs', 'The runs of a task, device by device', {
    params: taskParams,
    query: runQuery,
    answer: runPageSchema,
  }),
  taskIocFile: op('GET', '/tasks/{taskId}/ioc-file', "A task's IOC file (OpenIOC 1.1)", {
    params: taskParams,
    answer: z.object({ fileName: z.string(), content: z.string() }).meta({ id: 'IocFile' }),
  }),
  startTask: op('POST', '/tasks/{taskId}/start', 'Start runs of a task by hand', {
    params: taskParams,
    body: startRunsBody,
    answer: startedSchema,
  }),
  startGroupTasks: op('POST', '/groups/{groupId}/tasks/start', 'Start every run in a group that can be started', {
    params: groupParams,
    answer: startedSchema,
  }),
  auditLog: op('GET', '/changes', 'The audit log', { query: changeQuery, answer: changePageSchema }),
  undoChange: op('POST', '/changes/{changeId}/undo', 'Take a change back', {
    params: z.object({ changeId: changeIdSchema }),
    answer: changeSchema,
  }),
  dryRun: op('POST', '/dry-run', 'What a write would change; nothing is written', {
    body: dryRunBody,
    answer: effectsSchema,
  }),
  clock: op('GET', '/clock', 'The simulated clock', { answer: clockSchema }),
  setClock: op('POST', '/clock', 'Pause, run, jump, or go back to real time', {
    body: clockCommandBody,
    answer: clockSchema,
  }),
  durationModel: op('GET', '/simulation/durations', 'How long scans take', { answer: durationModelSchema }),
  setDurationModel: op('PUT', '/simulation/durations', 'Say how long the scans of later tasks take', {
    body: durationModelSchema,
    answer: durationModelSchema,
  }),
  preview: op('POST', '/preview', 'When would tasks start?', { body: previewBody, answer: previewSchema }),
  world: op('GET', '/world', 'What world this is and how it is kept', { answer: worldSchema }),
  resetWorld: op('POST', '/world/reset', 'Put the demo data back as they were', { answer: worldSchema }),
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** What a caller passes: parameters of the path, of the query string, and a body. */
export interface Input<N extends OperationName> {
  params: z.input<Operations[N]['params']>;
  query: z.input<Operations[N]['query']>;
  body: z.input<Operations[N]['body']>;
}

/** The same after parsing: what a handler of the backend gets. */
export interface Parsed<N extends OperationName> {
  params: z.output<Operations[N]['params']>;
  query: z.output<Operations[N]['query']>;
  body: z.output<Operations[N]['body']>;
}

export type Answer<N extends OperationName> = z.output<Operations[N]['answer']>;
