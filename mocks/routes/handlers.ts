import type { DryRun } from '#contract/effects.ts';
import { operations, type Answer, type OperationName, type Parsed } from '#contract/operations.ts';
import { accountView, checkAccountPassword, createAccount, deleteAccount } from '../services/account.ts';
import type { Backend } from '../services/backend.ts';
import { exportInventory, importInventory } from '../services/inventory.ts';
import { readInventory } from '../services/inventory-form.ts';
import { previewInventory, rejectedInventory } from '../services/inventory-preview.ts';
import { auditLog, undoChange } from '../services/changes.ts';
import { importDetections, previewDetections } from '../services/detection-import.ts';
import { createDetectionStream, previewDetectionStream } from '../services/detection-stream.ts';
import { deviceSettings, updateDeviceSettings } from '../services/device-settings.ts';
import { detections, simulateDetection } from '../services/detections.ts';
import { deviceView, groupDevices, setDeviceStatus } from '../services/devices.ts';
import { effectsOf } from '../services/effects.ts';
import { durationModel, setDurationModel } from '../services/durations.ts';
import { deviceExplanation, draftExplanation, policyExplanation } from '../services/explanations.ts';
import { groupSummary } from '../services/group-summary.ts';
import { createGroup, deleteGroup, moveDevices, moveGroup, updateGroup } from '../services/group-life.ts';
import { groupTree, groupView } from '../services/groups.ts';
import { groupPolicies, policyView } from '../services/policies.ts';
import { compareRevisions, describeRevision, history, restoreRevision } from '../services/history.ts';
import { exportPolicy, importPolicy } from '../services/policy-file.ts';
import { copyPolicy, createPolicy, deletePolicy, movePolicy, setPolicyStatus } from '../services/policy-life.ts';
import { updatePolicy } from '../services/policy-update.ts';
import { pulse } from '../services/pulse.ts';
import { runDecisions } from '../services/run-decisions.ts';
import { deviceRuns, taskRuns } from '../services/runs.ts';
import { search } from '../services/search.ts';
import { clockView, preview, resetWorld, setClock, storeWorld, worldView } from '../services/simulation.ts';
import { currentRevision, isConditionalWrite } from './current-revision.ts';
import { checkIfMatch, parsedBody, parsedParams, parsedQuery } from './request.ts';
import { taskTimeline } from '../services/task-timeline.ts';
import { groupTasks, taskIocFile, taskView } from '../services/tasks.ts';
import { startGroupTasks, startTask } from '../services/starting.ts';
import { whatIfRuns } from '../services/what-if/what-if-runs.ts';
import { whatIf } from '../services/what-if/what-if.ts';

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
  whatIf: (backend, input) => whatIf(backend, input, carryOut),
  whatIfRuns: (backend, input) => whatIfRuns(backend, input, carryOut),
  world: worldView,
  storeWorld,
  resetWorld,
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
