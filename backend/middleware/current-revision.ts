import { historyParams } from '#contract/history.ts';
import type { OperationName } from '#contract/operations.ts';
import { need, type Backend } from '../request-context.ts';
import { versioned } from '../queries/history.ts';

type Params = Readonly<Record<string, string>>;

const ofPolicy = async (backend: Backend, { policyId = '' }: Params) =>
  (await need(backend, 'policies', policyId)).revision;

const ofGroup = async (backend: Backend, { groupId = '' }: Params) => (await need(backend, 'groups', groupId)).revision;

const ofDevice = async (backend: Backend, { deviceId = '' }: Params) => {
  await need(backend, 'devices', deviceId);
  return (await backend.store.get('localSettings', deviceId))?.revision ?? 0;
};

// The params were parsed by the operation's own schema before; this names their parts.
const ofObject = async (backend: Backend, params: Params) =>
  (await versioned(backend, historyParams.parse(params))).revision;

const conditionalWrites = {
  updatePolicy: ofPolicy,
  setPolicyStatus: ofPolicy,
  movePolicy: ofPolicy,
  deletePolicy: ofPolicy,
  updateDeviceSettings: ofDevice,
  updateGroup: ofGroup,
  moveGroup: ofGroup,
  deleteGroup: ofGroup,
  restoreRevision: ofObject,
} satisfies Partial<Record<OperationName, (backend: Backend, params: Params) => Promise<number>>>;

/** True for a write that must say which revision it is based on. */
export const isConditionalWrite = (name: OperationName): name is keyof typeof conditionalWrites =>
  name in conditionalWrites;

/** The revision that the object of a conditional write has now: what `If-Match` is held against. @throws Problem `not-found` */
export const currentRevision = (
  backend: Backend,
  name: keyof typeof conditionalWrites,
  params: Params,
): Promise<number> => conditionalWrites[name](backend, params);
