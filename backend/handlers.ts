import type { DryRun } from '#contract/effects.ts';
import { operations, type Answer, type OperationName, type Parsed } from '#contract/operations.ts';
import { getAccount, checkAccountPassword, createAccount, deleteAccount } from './commands/account.ts';
import type { RequestContext } from './request-context.ts';
import { exportInventory } from './queries/export-inventory.ts';
import { importInventory } from './commands/import-inventory.ts';
import { inspectInventory } from './queries/read-inventory.ts';
import { previewInventory, exportRejectedRows } from './queries/preview-inventory.ts';
import { listAuditLog, undoChange } from './commands/changes.ts';
import { importDetections, previewDetections } from './commands/import-detections.ts';
import { createDetectionStream, previewDetectionStream } from './commands/schedule-detections.ts';
import { listDamagedRecords } from './queries/damaged-records.ts';
import { retryDetections } from './commands/process-due-detections.ts';
import { getDeviceSettings, updateDeviceSettings } from './commands/device-settings.ts';
import { listDetections, simulateDetection } from './queries/detections.ts';
import { setTimeZone } from './commands/set-time-zone.ts';
import { getDevice, listGroupDevices, setDeviceStatus } from './queries/devices.ts';
import { dryRunEffects } from './queries/dry-run.ts';
import { getDurationModel, setDurationModel } from './commands/durations.ts';
import { explainDeviceSetting, explainDraft, explainPolicySetting } from './queries/explanations.ts';
import { getGroupSummary } from './queries/group-summary.ts';
import { createGroup, deleteGroup, moveDevices, moveGroup, updateGroup } from './commands/edit-groups.ts';
import { getGroupTree, getGroup } from './queries/groups.ts';
import { listGroupPolicies, getPolicy } from './queries/policies.ts';
import { compareRevisions, describeRevision, getHistory, restoreRevision } from './queries/history.ts';
import { exportPolicy, importPolicy } from './commands/policy-file.ts';
import { copyPolicy, createPolicy, deletePolicy, movePolicy, setPolicyStatus } from './commands/edit-policies.ts';
import { updatePolicy } from './commands/update-policy.ts';
import { getPulse } from './queries/pulse.ts';
import { getRunDecisions } from './queries/run-decisions.ts';
import { listDeviceRuns, listTaskRuns } from './queries/runs.ts';
import { search } from './queries/search.ts';
import {
  getClock,
  openWorld,
  previewScanStart,
  resetWorld,
  setClock,
  storeWorld,
  getWorld,
} from './commands/simulation.ts';
import { currentRevision, isConditionalWrite } from './middleware/current-revision.ts';
import { checkIfMatch, parseJsonBody, parseParams, parseQuery } from './middleware/parse-request.ts';
import { getTaskTimeline } from './queries/task-timeline.ts';
import { listGroupTasks, getTaskIocFile, getTask } from './queries/tasks.ts';
import { startGroupTasks, startTask } from './commands/start-tasks.ts';
import { forecastRuns } from './forecast/forecast-runs.ts';
import { forecast } from './forecast/forecast.ts';
import { getWriteOutcome } from './queries/write-outcome.ts';

/** One handler an operation: what is missing or answers something else does not compile. */
export type Handlers = {
  readonly [N in OperationName]: (context: RequestContext, input: Parsed<N>) => Promise<Answer<N>>;
};

export const handlers: Handlers = {
  groupTree: getGroupTree,
  group: getGroup,
  createGroup,
  updateGroup,
  moveGroup,
  deleteGroup,
  moveDevices,
  setTimeZone,
  groupDevices: listGroupDevices,
  groupPolicies: listGroupPolicies,
  groupTasks: listGroupTasks,
  device: getDevice,
  setDeviceStatus,
  deviceSettings: getDeviceSettings,
  updateDeviceSettings,
  deviceRuns: listDeviceRuns,
  readInventory: inspectInventory,
  previewInventory,
  rejectedInventory: exportRejectedRows,
  importInventory,
  exportInventory,
  policy: getPolicy,
  updatePolicy,
  createPolicy,
  setPolicyStatus,
  copyPolicy,
  movePolicy,
  deletePolicy,
  exportPolicy,
  importPolicy,
  search,
  account: getAccount,
  createAccount,
  deleteAccount,
  checkAccountPassword,
  explainDevice: explainDeviceSetting,
  explainPolicy: explainPolicySetting,
  groupSummary: getGroupSummary,
  history: getHistory,
  compareRevisions,
  restoreRevision,
  describeRevision,
  detections: listDetections,
  simulateDetection,
  retryDetections,
  pulse: getPulse,
  previewDetections,
  importDetections,
  previewDetectionStream,
  createDetectionStream,
  task: getTask,
  taskRuns: listTaskRuns,
  runDecisions: getRunDecisions,
  taskTimeline: getTaskTimeline,
  taskIocFile: getTaskIocFile,
  startTask,
  startGroupTasks,
  auditLog: listAuditLog,
  undoChange,
  dryRun: (context, { body }) => dryRunEffects(context, (next) => carryOut(next, body)),
  clock: getClock,
  setClock,
  durationModel: getDurationModel,
  setDurationModel,
  preview: (_, input) => Promise.resolve(previewScanStart(input)),
  job: ({ jobs }, { params }) => Promise.resolve(jobs.view(params.jobId)),
  cancelJob: ({ jobs }, { params }) => Promise.resolve(jobs.cancel(params.jobId)),
  explainDraft: (context, input) => explainDraft(context, input, carryOut),
  forecast: (context, input) => forecast(context, input, carryOut),
  forecastRuns: (context, input) => forecastRuns(context, input, carryOut),
  world: getWorld,
  damagedRecords: listDamagedRecords,
  storeWorld,
  openWorld,
  resetWorld,
  writeOutcome: getWriteOutcome,
};

/**
 * One operation, its parts parsed by its own schemas.
 * @throws Problem `not-found`, `invalid-input`, `revision-changed`, or the operation's own
 */
async function carryOut(
  context: RequestContext,
  { operation: name, params, query, body, ifMatch }: DryRun,
): Promise<unknown> {
  const operation = operations[name];
  // Each part is parsed by this operation's own schema; the table's type says so for every single name.
  const handle = handlers[name] as (context: RequestContext, input: unknown) => Promise<unknown>;
  const input = {
    params: parseParams(operation.params, params),
    query: parseQuery(operation.query, query),
    body: parseJsonBody(operation.body, body),
  };
  if (ifMatch !== undefined && isConditionalWrite(name)) {
    checkIfMatch(ifMatch, await currentRevision(context, name, params));
  }
  return handle(context, input);
}
