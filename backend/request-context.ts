import type { SourceView } from '#contract/devices.ts';
import type { SavedView } from '#contract/saved.ts';
import { toInstant } from '#contract/time.ts';
import { hierarchyOf, pathTo, type Hierarchy, type Policy } from '#domain/policy/policy.ts';
import { effectiveSetting, type EffectiveSetting, type Source } from '#domain/policy/effective-setting.ts';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import type { AdministrationGroup, Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import type { RunSource } from '#domain/response/run.ts';
import type { Job, Jobs } from './ports/jobs.ts';
import type { Passwords } from './ports/passwords.ts';
import { notFoundProblem, Problem } from './problem.ts';
import { simulatedNow } from './clock/simulated-clock.ts';
import type { LocalSettings, Saved } from './ports/history-records.ts';
import type { Collection, Records, ServerState, Store, StoredGroup, User, World } from './ports/store.ts';

/** What every service works with: the store, real time, how passwords are kept, how a world is made anew, and who asks. Instants are epoch ms UTC. */
export interface RequestContext {
  /** Who is signed in. */
  readonly user: User;
  readonly store: Store;
  readonly realNow: () => number;
  readonly passwords: Passwords;
  readonly makeWorld: (scenario: string, realMs: number) => World;
  readonly jobs: Jobs;
  /** The work of this very request. */
  readonly job: Job;
  /**
   * Does work while no other request changes the world, with the backend as of then. A request that is answered
   * `alongside` others has no turn of its own and must read what belongs together, and write, in one; any other has it.
   */
  readonly withLock: <T>(work: (context: RequestContext) => Promise<T>) => Promise<T>;
}

const words: Partial<Record<Collection, string>> = {
  groups: 'administration group',
  devices: 'device',
  policies: 'policy',
  revisions: 'revision',
  detections: 'detection',
  tasks: 'task',
};

/** A record that must be there. @throws Problem `not-found` */
export async function lookup<C extends Collection>(
  { store }: RequestContext,
  collection: C,
  id: string,
): Promise<Records[C]> {
  const record = await store.get(collection, id);
  if (!record) throw notFoundProblem(words[collection] ?? collection, id);
  return record;
}

/** A group that a body names at `path`. @throws Problem `invalid-input` */
export async function lookupTargetGroup({ store }: RequestContext, id: GroupId, path: string): Promise<StoredGroup> {
  const group = await store.get('groups', id);
  if (group) return group;
  throw new Problem('invalid-input', 'There is no such administration group. Choose one from the tree.', [
    { path, message: 'There is no such group' },
  ]);
}

/** The time zone that the server is said to be in: UTC where what is kept is none. */
export const serverZone = ({ timeZone }: Pick<ServerState, 'timeZone'>): string =>
  isTimeZone(timeZone) ? timeZone : 'UTC';

export async function loadServer({ store }: RequestContext): Promise<ServerState> {
  const server = await store.get('server', 'server');
  if (!server) throw new Problem('backend-failed', 'The store has no record of its server. Reset the demo data.');
  return server;
}

/** The simulated instant at which a request is answered. */
export async function currentTimeMs(context: RequestContext): Promise<number> {
  return simulatedNow((await loadServer(context)).clock, context.realNow());
}

/** Groups and policies, arranged for the rules. */
export async function loadHierarchy({ store }: Pick<RequestContext, 'store'>): Promise<Hierarchy> {
  return hierarchyOf(await store.all('groups'), await store.all('policies'));
}

/** Everything needed to say what holds on any device: read once, used for all of them. */
export interface Fleet {
  readonly hierarchy: Hierarchy;
  readonly local: ReadonlyMap<string, LocalSettings>;
}

export async function loadFleet(context: Pick<RequestContext, 'store'>): Promise<Fleet> {
  const local = await context.store.all('localSettings');
  return { hierarchy: await loadHierarchy(context), local: new Map(local.map((record) => [record.id, record])) };
}

/** What holds on a device for one group of settings, and who decided. */
export function effectiveSettingOn<G extends SettingsGroup>(
  fleet: Fleet,
  device: Device,
  group: G,
): EffectiveSetting<G> {
  return effectiveSetting(fleet.hierarchy, device, group, fleet.local.get(device.id)?.values[group] ?? null);
}

/** Who decided, as a run or a row carries it. */
export function runSourceOf({ winner }: Pick<EffectiveSetting<SettingsGroup>, 'winner'>): RunSource {
  const { source } = winner;
  switch (source.kind) {
    case 'policy':
      return {
        kind: source.lock === 'closed' ? 'locked-by-policy' : 'policy-not-enforced',
        policyId: source.policy.id,
        policyName: source.policy.name,
      };
    case 'device':
    case 'default':
      return { kind: source.kind };
    default:
      return source satisfies never;
  }
}

/** A group's id with those of all its subgroups. */
export function withSubgroups(groups: Iterable<AdministrationGroup>, root: GroupId): Set<GroupId> {
  const children = new Map<GroupId, GroupId[]>();
  for (const { id, parentId } of groups) {
    if (parentId === null) continue;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(id);
    else children.set(parentId, [id]);
  }
  const found = new Set<GroupId>();
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    found.add(id);
    open.push(...(children.get(id) ?? []));
  }
  return found;
}

export const groupRef = (hierarchy: Hierarchy, id: GroupId) => ({ id, name: hierarchy.groups.get(id)?.name ?? id });
export const policyRef = (hierarchy: Hierarchy, policy: Policy) => ({
  id: policy.id,
  name: policy.name,
  group: groupRef(hierarchy, policy.groupId),
});
/** The revision of a record, with who saved it and when. */
export const savedView = ({ revision, modifiedBy, modifiedAtMs }: Saved): SavedView => ({
  revision,
  modifiedBy,
  modifiedAt: toInstant(modifiedAtMs),
});
export const pathRefs = (hierarchy: Hierarchy, id: GroupId) =>
  pathTo(hierarchy, id).map((group) => ({ id: group.id, name: group.name }));
export const sourceView = (hierarchy: Hierarchy, from: Source): SourceView =>
  from.kind === 'policy'
    ? { kind: 'policy', policy: policyRef(hierarchy, from.policy), lock: from.lock }
    : { kind: from.kind };
