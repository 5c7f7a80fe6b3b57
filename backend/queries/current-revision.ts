import { historyParams } from '#contract/history.ts';
import type { OperationName } from '#contract/operations.ts';
import { type RequestContext } from '../request-context.ts';
import { lookup } from './lookup.ts';
import { objectVersion } from './history.ts';

type Params = Readonly<Record<string, string>>;

const ofPolicy = async (context: RequestContext, { policyId = '' }: Params) =>
  (await lookup(context, 'policies', policyId)).revision;

const ofGroup = async (context: RequestContext, { groupId = '' }: Params) =>
  (await lookup(context, 'groups', groupId)).revision;

const ofDevice = async (context: RequestContext, { deviceId = '' }: Params) => {
  await lookup(context, 'devices', deviceId);
  return (await context.store.get('localSettings', deviceId))?.revision ?? 0;
};

// The params were parsed by the operation's own schema before; this names their parts.
const ofObject = async (context: RequestContext, params: Params) =>
  (await objectVersion(context, historyParams.parse(params))).revision;

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
} satisfies Partial<Record<OperationName, (context: RequestContext, params: Params) => Promise<number>>>;

/** True for a write that must say which revision it is based on. */
export const isConditionalWrite = (name: OperationName): name is keyof typeof conditionalWrites =>
  name in conditionalWrites;

/** The revision that the object of a conditional write has now: what `If-Match` is held against. @throws Problem `not-found` */
export const currentRevision = (
  context: RequestContext,
  name: keyof typeof conditionalWrites,
  params: Params,
): Promise<number> => conditionalWrites[name](context, params);
