import fc from 'fast-check';
import { triableOperations } from '#contract/effects.ts';
import { operations } from '#contract/operations.ts';
import type { createTestApp } from './test-app.ts';
import { atOnce, between, manually, scanning } from '../seed/vocabulary.ts';
import { collections, type Store, type StoredPolicy } from '#backend/ports/store.ts';

/** The words in which random sequences of edits are told: what somebody does next, whatever the world looks like by then. */
export interface Edit {
  readonly verb: (typeof triableOperations)[number];
  /** Which of the objects that are there, and what of the values that there are: counted round the end. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const anEdit: fc.Arbitrary<Edit> = fc.record({
  verb: fc.constantFrom(...triableOperations),
  a: fc.nat(40),
  b: fc.nat(40),
  c: fc.nat(40),
});

const names = ['Berlin', 'Labs', 'berlin', 'Baseline', 'Night shift', 'Offices'];
const zones = ['Europe/Berlin', 'Asia/Kathmandu', 'UTC', 'PST'];
const statuses = ['active', 'inactive', 'out-of-office'] as const;
const starts = [manually, atOnce, between('20:00', '07:00'), between('12:30', '13:00')];
/** One write as a dry run takes it. */
export interface Write {
  readonly operation: Edit['verb'];
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body?: unknown;
}

/** The write that an edit means in the world as it is now. */
export async function writeOf(store: Store, { verb, a, b, c }: Edit): Promise<Write> {
  const groupIds = (await store.all('groups')).map(({ id }) => id);
  const policies = await store.all('policies');
  const devices = await store.all('devices');
  const policy = policies.length === 0 ? undefined : pick(policies, a);
  const [policyId, groupId] = [policy?.id ?? 'nobody', pick(groupIds, a)];
  const [to, name] = [pick(groupIds, b), pick(names, b)];
  const additional = { value: scanning(pick(starts, b)), lock: c % 3 === 0 ? ('closed' as const) : ('open' as const) };
  const text = { params: {}, query: {}, operation: verb };
  switch (verb) {
    case 'updatePolicy':
      return { ...text, params: { policyId }, ...(policy ? { body: edited(policy, { additional, b, c }) } : {}) };
    case 'createPolicy':
      return { ...text, params: { groupId }, body: { name, status: pick(statuses, c) } };
    case 'setPolicyStatus':
      return { ...text, params: { policyId }, body: { status: pick(statuses, b) } };
    case 'copyPolicy':
    case 'movePolicy':
      return { ...text, params: { policyId }, body: { groupId: to } };
    case 'deletePolicy':
      return { ...text, params: { policyId } };
    case 'importPolicy':
      return { ...text, params: { groupId }, body: aFile(name, additional) };
    case 'updateDeviceSettings':
      return {
        ...text,
        params: { deviceId: pick(devices, a).id },
        body: { additional: c % 4 === 0 ? null : additional.value },
      };
    case 'createGroup':
    case 'updateGroup':
      return { ...text, params: { groupId }, body: { name } };
    case 'moveGroup':
      return { ...text, params: { groupId }, body: { parentId: to } };
    case 'deleteGroup':
      return { ...text, params: { groupId }, query: { content: c % 2 === 0 ? 'true' : 'false' } };
    case 'moveDevices':
      return { ...text, body: { deviceIds: [pick(devices, a).id, pick(devices, c).id], groupId: to } };
    case 'setTimeZone':
      return { ...text, body: { deviceIds: [pick(devices, a).id, pick(devices, c).id], timeZone: pick(zones, b) } };
    case 'restoreRevision':
    case 'describeRevision': {
      const { object, number } = pick(await store.all('revisions'), a + 41 * b);
      const [kind = '', objectId = ''] = object.split('/');
      const body = verb === 'describeRevision' ? { body: { description: pick(names, c) } } : {};
      return { ...text, params: { kind, objectId, number: String(number) }, ...body };
    }
    default:
      return verb satisfies never;
  }
}

/** Sends a write, based on whatever is there unless it is told on what. */
export function send(
  backend: ReturnType<typeof createTestApp>,
  { operation, params, query, body }: Write,
  ifMatch = '*',
) {
  const { method, path } = operations[operation];
  const filled = Object.entries(params).reduce<string>((p, [key, value]) => p.replace(`{${key}}`, value), path);
  const search = new URLSearchParams(query).toString();
  return backend.request(method, search === '' ? filled : `${filled}?${search}`, {
    ifMatch,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** All that the world holds, to be held against what it held before. */
export const everything = async (store: Store) =>
  JSON.stringify(await Promise.all(collections.map((collection) => store.all(collection))));

/** One of several, counted round the end. */
export function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
}

type Additional = StoredPolicy['settings']['additional'];

const edited = (policy: StoredPolicy, { additional, b, c }: { additional: Additional; b: number; c: number }) => ({
  name: c % 5 === 0 ? pick(names, b) : policy.name,
  status: c % 4 === 0 ? pick(statuses, b) : policy.status,
  inherit: c % 2 === 0,
  force: b % 7 === 0,
  settings: { ...policy.settings, additional },
});

const aFile = (name: string, additional: Additional) => ({
  format: 'vesper-policy',
  version: 1,
  name,
  inherit: true,
  force: false,
  settings: {
    actions: { value: { enabled: false, selected: [] }, lock: 'open' },
    authentication: { lock: 'open' },
    additional,
  },
});

/** What is wrong with a world, in words, by a reading of the rules that shares nothing with the backend's own. */
export async function faultsOf(store: Store): Promise<string[]> {
  const groups = new Map((await store.all('groups')).map((group) => [group.id, group]));
  const policies = await store.all('policies');
  const lost = [...policies, ...(await store.all('devices'))].filter(({ groupId }) => !groups.has(groupId));
  const adrift = [...groups.values()].filter((group) => {
    let top = group;
    for (let steps = 0; top.parentId !== null; steps += 1) {
      const above = groups.get(top.parentId);
      if (!above || steps > groups.size) return true;
      top = above;
    }
    return top.id !== 'managed-devices' && group.id !== 'unassigned-devices';
  });
  const seats = policies.filter((p) => p.status !== 'inactive').map((p) => `${p.groupId} ${p.status}`);
  const named = [
    ...policies.map((p) => `${p.groupId} ${p.name}`),
    ...[...groups.values()].map((g) => `${g.parentId ?? ''}<${g.name}`),
  ];
  return [
    ...lost.map(({ id }) => `${id} is nowhere`),
    ...adrift.map(({ id }) => `${id} hangs in the air`),
    ...(new Set(seats).size === seats.length ? [] : ['two policies on one seat']),
    ...(new Set(named.map((name) => name.toLowerCase())).size === named.length ? [] : ['one name twice']),
  ];
}
