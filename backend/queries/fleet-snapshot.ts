import { hierarchyOf, type Hierarchy } from '#domain/policy/policy.ts';
import { effectiveSetting, type EffectiveSetting } from '#domain/policy/effective-setting.ts';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import type { AdministrationGroup, Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import type { RunSource } from '#domain/response/run.ts';
import type { LocalSettings } from '../ports/history-records.ts';
import type { RequestContext } from '../request-context.ts';

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
