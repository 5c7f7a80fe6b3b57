import type { DryRun } from '#contract/effects.ts';
import { operations, type Answer, type OperationName, type Parsed } from '#contract/operations.ts';
import { accountView, checkAccountPassword, createAccount, deleteAccount } from './commands/account.ts';
import type { Backend } from './request-context.ts';
import { exportInventory } from './queries/export-inventory.ts';
import { importInventory } from './commands/import-inventory.ts';
import { readInventory } from './queries/read-inventory.ts';
import { previewInventory, rejectedInventory } from './queries/preview-inventory.ts';
import { auditLog, undoChange } from './commands/changes.ts';
import { importDetections, previewDetections } from './commands/import-detections.ts';
import { createDetectionStream, previewDetectionStream } from './commands/schedule-detections.ts';
import { damagedRecords } from './queries/damaged-records.ts';
import { retryDetections } from './commands/process-due-detections.ts';
import { deviceSettings, updateDeviceSettings } from './commands/device-settings.ts';
import { detections, simulateDetection } from './queries/detections.ts';
import { setTimeZone } from './commands/set-time-zone.ts';
import { deviceView, groupDevices, setDeviceStatus } from './queries/devices.ts';
import { effectsOf } from './queries/dry-run.ts';
import { durationModel, setDurationModel } from './commands/durations.ts';
import { deviceExplanation, draftExplanation, policyExplanation } from './queries/explanations.ts';
import { groupSummary } from './queries/group-summary.ts';
import { createGroup, deleteGroup, moveDevices, moveGroup, updateGroup } from './commands/edit-groups.ts';
import { groupTree, groupView } from './queries/groups.ts';
import { groupPolicies, policyView } from './queries/policies.ts';
import { compareRevisions, describeRevision, history, restoreRevision } from './queries/history.ts';
import { exportPolicy, importPolicy } from './commands/policy-file.ts';
import { copyPolicy, createPolicy, deletePolicy, movePolicy, setPolicyStatus } from './commands/edit-policies.ts';
import { updatePolicy } from './commands/update-policy.ts';
import { pulse } from './queries/pulse.ts';
import { runDecisions } from './queries/run-decisions.ts';
import { deviceRuns, taskRuns } from './queries/runs.ts';
import { search } from './queries/search.ts';
import { clockView, openWorld, preview, resetWorld, setClock, storeWorld, worldView } from './commands/simulation.ts';
import { currentRevision, isConditionalWrite } from './middleware/current-revision.ts';
import { checkIfMatch, parsedBody, parsedParams, parsedQuery } from './middleware/parse-request.ts';
import { taskTimeline } from './queries/task-timeline.ts';
import { groupTasks, taskIocFile, taskView } from './queries/tasks.ts';
import { startGroupTasks, startTask } from './commands/start-tasks.ts';
import { forecastRuns } from './forecast/forecast-runs.ts';
import { forecast } from './forecast/forecast.ts';
import { writeOutcome } from './queries/write-outcome.ts';

/** One handler an operation: what is missing or answers something else does not compile. */
export type Handlers = {
  readonly [N in OperationName]: (backend: Backend, input: Parsed<N>) => Promise<Answer<N>>;
};

export const handlers: Handlers = {
  groupTree,
  group: groupView,
  createGroup,
  updateGroup,
  moveGroup,
  deleteGroup,
  moveDevices,
  setTimeZone,
  groupDevices,
  groupPolicies,
  groupTasks,
  device: deviceView,
  setDeviceStatus,
  deviceSettings,
  updateDeviceSettings,
  deviceRuns,
  readInventory,
  previewInventory,
  rejectedInventory,
  importInventory,
  exportInventory,
  policy: policyView,
  updatePolicy,
  createPolicy,
  setPolicyStatus,
  copyPolicy,
  movePolicy,
  deletePolicy,
  exportPolicy,
  importPolicy,
  search,
  account: accountView,
  createAccount,
  deleteAccount,
  checkAccountPassword,
  explainDevice: deviceExplanation,
  explainPolicy: policyExplanation,
  groupSummary,
  history,
  compareRevisions,
  restoreRevision,
  describeRevision,
  detections,
  simulateDetection,
  retryDetections,
  pulse,
  previewDetections,
  importDetections,
  previewDetectionStream,
  createDetectionStream,
  task: taskView,
  taskRuns,
  runDecisions,
  taskTimeline,
  taskIocFile,
  startTask,
  startGroupTasks,
  auditLog,
  undoChange,
  dryRun: (backend, { body }) => effectsOf(backend, (next) => carryOut(next, body)),
  clock: clockView,
  setClock,
  durationModel,
  setDurationModel,
  preview: (_, input) => Promise.resolve(preview(input)),
  job: ({ jobs }, { params }) => Promise.resolve(jobs.view(params.jobId)),
  cancelJob: ({ jobs }, { params }) => Promise.resolve(jobs.cancel(params.jobId)),
  explainDraft: (backend, input) => draftExplanation(backend, input, carryOut),
  forecast: (backend, input) => forecast(backend, input, carryOut),
  forecastRuns: (backend, input) => forecastRuns(backend, input, carryOut),
  world: worldView,
  damagedRecords,
  storeWorld,
  openWorld,
  resetWorld,
  writeOutcome,
};

/**
 * One operation, its parts parsed by its own schemas.
 * @throws Problem `not-found`, `invalid-input`, `revision-changed`, or the operation's own
 */
async function carryOut(backend: Backend, { operation: name, params, query, body, ifMatch }: DryRun): Promise<unknown> {
  const operation = operations[name];
  // Each part is parsed by this operation's own schema; the table's type says so for every single name.
  const handle = handlers[name] as (backend: Backend, input: unknown) => Promise<unknown>;
  const input = {
    params: parsedParams(operation.params, params),
    query: parsedQuery(operation.query, query),
    body: parsedBody(operation.body, body),
  };
  if (ifMatch !== undefined && isConditionalWrite(name)) {
    checkIfMatch(ifMatch, await currentRevision(backend, name, params));
  }
  return handle(backend, input);
}
