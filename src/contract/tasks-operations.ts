import { z } from 'zod';
import { detectionRecords } from './affected-records.ts';
import { deviceParams } from './devices.ts';
import { groupParams } from './groups.ts';
import { op } from './operation.ts';
import {
  detectionBody,
  detectionListQuery,
  detectionListSchema,
  detectionSchema,
  retriedSchema,
  retryBody,
  runDecisionsSchema,
  runPageSchema,
  runParams,
  runQuery,
  startAllBody,
  startedSchema,
  startRunsBody,
  taskListQuery,
  taskListSchema,
  taskParams,
  taskSchema,
  taskTimelineSchema,
} from './tasks.ts';

/** Detections, the tasks they create, and the runs. */
export const taskOperations = {
  groupTasks: op('GET', '/groups/{groupId}/tasks', 'The tasks with runs in a group', {
    needs: 'view',
    params: groupParams,
    query: taskListQuery,
    answer: taskListSchema,
  }),
  deviceRuns: op('GET', '/devices/{deviceId}/runs', 'The local tasks of a device', {
    needs: 'view',
    params: deviceParams,
    query: runQuery,
    answer: runPageSchema,
  }),
  detections: op('GET', '/detections', 'Detections, newest first', {
    needs: 'view',
    query: detectionListQuery,
    answer: detectionListSchema,
  }),
  simulateDetection: op('POST', '/detections', 'Simulate a detection', {
    needs: 'simulate',
    affects: detectionRecords,
    body: detectionBody,
    answer: detectionSchema,
    status: 201,
  }),
  retryDetections: op('POST', '/detections/retry', 'Process now what could not be processed before', {
    needs: 'simulate',
    affects: detectionRecords,
    body: retryBody,
    answer: retriedSchema,
  }),
  task: op('GET', '/tasks/{taskId}', 'One autonomous IOC Scan task', {
    needs: 'view',
    params: taskParams,
    answer: taskSchema,
  }),
  taskRuns: op('GET', '/tasks/{taskId}/runs', 'The runs of a task, device by device', {
    needs: 'view',
    params: taskParams,
    query: runQuery,
    answer: runPageSchema,
  }),
  runDecisions: op('GET', '/tasks/{taskId}/runs/{runId}/decisions', 'What decided the start of a run', {
    needs: 'view',
    params: runParams,
    answer: runDecisionsSchema,
  }),
  taskTimeline: op('GET', '/tasks/{taskId}/timeline', 'Starts and running scans of a task over time', {
    needs: 'view',
    params: taskParams,
    answer: taskTimelineSchema,
  }),
  taskIocFile: op('GET', '/tasks/{taskId}/ioc-file', "A task's IOC file (OpenIOC 1.1)", {
    needs: 'view',
    params: taskParams,
    answer: z.object({ fileName: z.string(), content: z.string() }).meta({ id: 'IocFile' }),
  }),
  startTask: op('POST', '/tasks/{taskId}/start', 'Start runs of a task by hand', {
    needs: 'start-scans',
    affects: ['runs'],
    params: taskParams,
    body: startRunsBody,
    answer: startedSchema,
    maxBodyKiB: 2048,
  }),
  startGroupTasks: op('POST', '/groups/{groupId}/tasks/start', 'Start every run in a group that can be started', {
    needs: 'start-scans',
    affects: ['runs'],
    params: groupParams,
    body: startAllBody,
    answer: startedSchema,
  }),
} as const;
