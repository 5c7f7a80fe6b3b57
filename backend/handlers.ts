import type { OperationName } from '#contract/operations.ts';
import { dryRun } from './commands/dry-run.ts';
import { commands, executeCommand, type Handler } from './commands/registry.ts';
import { getAccount, checkAccountPassword } from './queries/account.ts';
import { exportInventory } from './queries/export-inventory.ts';
import { inspectInventory } from './queries/read-inventory.ts';
import { previewInventory, exportRejectedRows } from './queries/preview-inventory.ts';
import { listAuditLog } from './queries/audit-log.ts';
import { previewDetections } from './queries/preview-detections.ts';
import { previewDetectionStream } from './queries/detection-stream.ts';
import { listDamagedRecords } from './queries/damaged-records.ts';
import { getDeviceSettings } from './queries/device-settings.ts';
import { listDetections } from './queries/detections.ts';
import { getDevice, listGroupDevices } from './queries/devices.ts';
import { getDurationModel } from './queries/simulation.ts';
import { explainDeviceSetting, explainPolicySetting } from './queries/explanations.ts';
import { explainDraft } from './forecast/explain-draft.ts';
import { getGroupSummary } from './queries/group-summary.ts';
import { getGroupTree, getGroup } from './queries/groups.ts';
import { listGroupPolicies, getPolicy } from './queries/policies.ts';
import { compareRevisions, getHistory } from './queries/history.ts';
import { exportPolicy } from './queries/export-policy.ts';
import { getPulse } from './queries/pulse.ts';
import { getRunDecisions } from './queries/run-decisions.ts';
import { listDeviceRuns, listTaskRuns } from './queries/runs.ts';
import { search } from './queries/search.ts';
import { getClock, previewScanStart, getWorld } from './queries/simulation.ts';
import { getTaskTimeline } from './queries/task-timeline.ts';
import { listGroupTasks, getTaskIocFile, getTask } from './queries/tasks.ts';
import { forecastRuns } from './forecast/forecast-runs.ts';
import { forecast } from './forecast/forecast.ts';
import { getWriteOutcome } from './queries/write-outcome.ts';
import type { BackendMiddleware } from './middleware/environment.ts';
import { renderAnswer } from './middleware/render.ts';
import type { RequestContext } from './request-context.ts';

/** One handler an operation: an operation without one does not compile. */
export const handlers: { readonly [N in OperationName]: Handler<N> } = {
  ...commands,
  groupTree: getGroupTree,
  group: getGroup,
  groupDevices: listGroupDevices,
  groupPolicies: listGroupPolicies,
  groupTasks: listGroupTasks,
  device: getDevice,
  deviceSettings: getDeviceSettings,
  deviceRuns: listDeviceRuns,
  readInventory: inspectInventory,
  previewInventory,
  rejectedInventory: exportRejectedRows,
  exportInventory,
  policy: getPolicy,
  exportPolicy,
  search,
  account: getAccount,
  checkAccountPassword,
  explainDevice: explainDeviceSetting,
  explainPolicy: explainPolicySetting,
  groupSummary: getGroupSummary,
  history: getHistory,
  compareRevisions,
  detections: listDetections,
  pulse: getPulse,
  previewDetections,
  previewDetectionStream,
  task: getTask,
  taskRuns: listTaskRuns,
  runDecisions: getRunDecisions,
  taskTimeline: getTaskTimeline,
  taskIocFile: getTaskIocFile,
  auditLog: listAuditLog,
  dryRun,
  clock: getClock,
  durationModel: getDurationModel,
  preview: (_, input) => Promise.resolve(previewScanStart(input)),
  job: ({ jobs }, { params }) => Promise.resolve(jobs.view(params.jobId)),
  cancelJob: ({ jobs }, { params }) => Promise.resolve(jobs.cancel(params.jobId)),
  explainDraft: (context, input) => explainDraft(context, input, executeCommand),
  forecast: (context, input) => forecast(context, input, executeCommand),
  forecastRuns: (context, input) => forecastRuns(context, input, executeCommand),
  world: getWorld,
  damagedRecords: listDamagedRecords,
  writeOutcome: getWriteOutcome,
};

/** Answers the request, at the end of the middleware. A write that is answered `alongside` others has its answer already. */
export const handle: BackendMiddleware = async (c) => {
  const { operation, context, input } = c.var;
  // The input was parsed by this operation's own schemas; the type of the table says so for every single name only.
  const handler = handlers[operation] as (context: RequestContext, input: unknown) => Promise<object | string>;
  const value = await handler(context, input);
  if (!c.var.answer) c.set('answer', renderAnswer(operation, value));
};
