import type { Answer, OperationName, Parsed } from '#contract/operations.ts';
import { need, type Backend } from '../services/backend.ts';
import { deviceSettings, updateDeviceSettings } from '../services/device-settings.ts';
import { detections, simulateDetection } from '../services/detections.ts';
import { deviceView, groupDevices, setDeviceStatus } from '../services/devices.ts';
import { groupTree, groupView } from '../services/groups.ts';
import { groupPolicies, policyRevisions, policyView } from '../services/policies.ts';
import { updatePolicy } from '../services/policy-update.ts';
import { deviceRuns, taskRuns } from '../services/runs.ts';
import { search } from '../services/search.ts';
import { clockView, preview, resetWorld, setClock, worldView } from '../services/simulation.ts';
import { groupTasks, startGroupTasks, startTask, taskIocFile, taskView } from '../services/tasks.ts';

/** One handler an operation: what is missing or answers something else does not compile. */
export type Handlers = {
  readonly [N in OperationName]: (backend: Backend, input: Parsed<N>) => Promise<Answer<N>>;
};

export const handlers: Handlers = {
  groupTree,
  group: groupView,
  groupDevices,
  groupPolicies,
  groupTasks,
  device: deviceView,
  setDeviceStatus,
  deviceSettings,
  updateDeviceSettings,
  deviceRuns,
  policy: policyView,
  updatePolicy,
  policyRevisions,
  search,
  detections,
  simulateDetection,
  task: taskView,
  taskRuns,
  taskIocFile,
  startTask,
  startGroupTasks,
  clock: clockView,
  setClock,
  preview: (_, input) => Promise.resolve(preview(input)),
  world: worldView,
  resetWorld,
};

/** The revision that the object of a conditional write has now: what `If-Match` is held against. */
export const currentRevision = {
  updatePolicy: async (backend: Backend, id: string) => (await need(backend, 'policies', id)).revision,
  updateDeviceSettings: async (backend: Backend, id: string) => {
    await need(backend, 'devices', id);
    return (await backend.store.get('localSettings', id))?.revision ?? 0;
  },
};
