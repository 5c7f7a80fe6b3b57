import type { DryRun } from '#contract/effects.ts';
import { operations, type Answer, type OperationName, type Parsed } from '#contract/operations.ts';
import { createAccount, deleteAccount } from './commands/account.ts';
import { getAccount, checkAccountPassword } from './queries/account.ts';
import type { RequestContext } from './request-context.ts';
import { exportInventory } from './queries/export-inventory.ts';
import { importInventory } from './commands/import-inventory.ts';
import { inspectInventory } from './queries/read-inventory.ts';
import { previewInventory, exportRejectedRows } from './queries/preview-inventory.ts';
import { undoChange } from './commands/undo-change.ts';
import { listAuditLog } from './queries/audit-log.ts';
import { importDetections } from './commands/import-detections.ts';
import { previewDetections } from './queries/preview-detections.ts';
import { createDetectionStream } from './commands/schedule-detections.ts';
import { previewDetectionStream } from './queries/detection-stream.ts';
import { listDamagedRecords } from './queries/damaged-records.ts';
import { retryDetections } from './commands/retry-detections.ts';
import { updateDeviceSettings } from './commands/update-device-settings.ts';
import { getDeviceSettings } from './queries/device-settings.ts';
import { listDetections } from './queries/detections.ts';
import { simulateDetection } from './commands/simulate-detection.ts';
import { setTimeZone } from './commands/set-time-zone.ts';
import { getDevice, listGroupDevices } from './queries/devices.ts';
import { setDeviceStatus } from './commands/set-device-status.ts';
import { dryRunEffects } from './queries/effects.ts';
import { setDurationModel } from './commands/simulation.ts';
import { getDurationModel } from './queries/simulation.ts';
import { explainDeviceSetting, explainPolicySetting } from './queries/explanations.ts';
import { explainDraft } from './forecast/explain-draft.ts';
import { getGroupSummary } from './queries/group-summary.ts';
import { createGroup, deleteGroup, moveDevices, moveGroup, updateGroup } from './commands/edit-groups.ts';
import { getGroupTree, getGroup } from './queries/groups.ts';
import { listGroupPolicies, getPolicy } from './queries/policies.ts';
import { compareRevisions, getHistory } from './queries/history.ts';
import { describeRevision, restoreRevision } from './commands/revisions.ts';
import { importPolicy } from './commands/import-policy.ts';
import { exportPolicy } from './queries/export-policy.ts';
import { copyPolicy, createPolicy, deletePolicy, movePolicy, setPolicyStatus } from './commands/edit-policies.ts';
import { updatePolicy } from './commands/update-policy.ts';
import { getPulse } from './queries/pulse.ts';
import { getRunDecisions } from './queries/run-decisions.ts';
import { listDeviceRuns, listTaskRuns } from './queries/runs.ts';
import { search } from './queries/search.ts';
import { openWorld, resetWorld, setClock, storeWorld } from './commands/simulation.ts';
import { getClock, previewScanStart, getWorld } from './queries/simulation.ts';
import { currentRevision, isConditionalWrite } from './queries/current-revision.ts';
import { parseJsonBody, parseParams, parseQuery } from './parsing/parse-request.ts';
import { checkIfMatch } from './parsing/if-match.ts';
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
