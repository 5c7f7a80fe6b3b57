import type { Answer, Parsed } from '#contract/operations.ts';
import type { PolicySort, PolicyView } from '#contract/policies.ts';
import { toInstant } from '#contract/time.ts';
import { effectivePolicy, inheritanceOf } from '#domain/policy/effective-policy.ts';
import type { Candidate } from '#domain/policy/effective-setting.ts';
import { pathTo, policyStatusLabels, type Hierarchy } from '#domain/policy/policy.ts';
import { stateIn } from '#domain/policy/policy-state.ts';
import { sameValue, type SettingsGroup } from '#domain/policy/settings.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import type { StoredPolicy } from '../ports/store.ts';
import { currentTimeMs, loadServer, serverZone, type RequestContext } from '../request-context.ts';
import { groupRef, policyRef } from './references.ts';
import { loadFleet, loadHierarchy } from './fleet-snapshot.ts';
import { lookup } from './lookup.ts';
import { effectiveSettingsIndex, evaluateOncePerCandidate, effectivePolicyLookup } from './effective-settings-index.ts';
import { compareText, matches } from './page.ts';

/** The policies of a group: its own, and those of the groups above that are active or out-of-office. */
export async function listGroupPolicies(
  context: RequestContext,
  { params, query }: Parsed<'groupPolicies'>,
): Promise<Answer<'groupPolicies'>> {
  await lookup(context, 'groups', params.groupId);
  const hierarchy = await loadHierarchy(context);
  const effective = effectivePolicy(hierarchy, params.groupId);
  const depth = new Map(pathTo(hierarchy, params.groupId).map((group, level) => [group.id, level]));
  const nearestFirst = (a: StoredPolicy, b: StoredPolicy) =>
    (depth.get(b.groupId) ?? 0) - (depth.get(a.groupId) ?? 0) || compareText(a.name, b.name);
  const direction = query.order === 'asc' ? 1 : -1;
  const compare = query.sort && comparisons(hierarchy)[query.sort];
  const rows = (await context.store.all('policies'))
    .filter((policy) => {
      if (policy.groupId === params.groupId) return true;
      return query.inherited && depth.has(policy.groupId) && policy.status !== 'inactive';
    })
    .filter((policy) => query.status === undefined || policy.status === query.status)
    .filter((policy) => matches(query.search, [policy.name]))
    .sort((a, b) => (compare ? direction * compare(a, b) : 0) || nearestFirst(a, b))
    .map((policy) => {
      const state = stateIn(hierarchy, policy, 'additional');
      return {
        id: policy.id,
        name: policy.name,
        status: policy.status,
        group: groupRef(hierarchy, policy.groupId),
        inherited: policy.groupId !== params.groupId,
        effective: policy.id === effective?.id,
        inherits: inheritanceOf(hierarchy, policy).inherits,
        scanStart: describeScanStart(state.value.iocScanning.start),
        additionalLock: state.lock,
        lockedBy: state.lockedFromAbove ? policyRef(hierarchy, state.from) : null,
        revision: policy.revision,
        modifiedAt: toInstant(policy.modifiedAtMs),
        modifiedBy: policy.modifiedBy,
      };
    });
  return { rows, asOf: toInstant(await currentTimeMs(context)) };
}

function comparisons(hierarchy: Hierarchy): Record<PolicySort, (a: StoredPolicy, b: StoredPolicy) => number> {
  return {
    name: (a, b) => compareText(a.name, b.name),
    status: (a, b) => compareText(policyStatusLabels[a.status], policyStatusLabels[b.status]),
    group: (a, b) => compareText(groupRef(hierarchy, a.groupId).name, groupRef(hierarchy, b.groupId).name),
    revision: (a, b) => a.revision - b.revision,
    modified: (a, b) => a.modifiedAtMs - b.modifiedAtMs,
  };
}

export async function getPolicy(context: RequestContext, { params }: Parsed<'policy'>): Promise<PolicyView> {
  return policyView(context, await lookup(context, 'policies', params.policyId));
}

/** A policy as its Properties window shows it. */
export async function policyView(context: RequestContext, policy: StoredPolicy): Promise<PolicyView> {
  const fleet = await loadFleet(context);
  const { hierarchy } = fleet;
  const { parent, forcedBy } = inheritanceOf(hierarchy, policy);
  const obeyedBy = effectivePolicyLookup(hierarchy);
  const obeying = (await context.store.all('devices')).filter((device) => obeyedBy(device)?.id === policy.id);

  const state = <G extends SettingsGroup>(group: G) => {
    const { value, lock, lockedFromAbove, from, own } = stateIn(hierarchy, policy, group);
    const holding = effectiveSettingsIndex(fleet, group);
    const deviates = evaluateOncePerCandidate(({ value: current }: Candidate<G>) => !sameValue(group, current, value));
    return {
      value,
      lock,
      own,
      lockedBy: lockedFromAbove ? policyRef(hierarchy, from) : null,
      deviatingDevices: obeying.filter((device) => deviates(holding(device))).length,
    };
  };

  return {
    id: policy.id,
    name: policy.name,
    status: policy.status,
    group: groupRef(hierarchy, policy.groupId),
    inherit: policy.inherit,
    force: policy.force,
    parent: parent && policyRef(hierarchy, parent),
    forcedBy: forcedBy && policyRef(hierarchy, forcedBy),
    deviceCount: obeying.length,
    commonTimeZone:
      mostCommon(obeying.map((device) => device.timeZone).filter(isTimeZone)) ?? serverZone(await loadServer(context)),
    settings: {
      actions: state('actions'),
      authentication: state('authentication'),
      additional: state('additional'),
    },
    revision: policy.revision,
    modifiedAt: toInstant(policy.modifiedAtMs),
    modifiedBy: policy.modifiedBy,
  };
}

/** The policy of the same group that a change of status would put out of its place. */
export function displacedPolicy(hierarchy: Hierarchy, policy: StoredPolicy, status: StoredPolicy['status']) {
  if (status === 'inactive') return undefined;
  return hierarchy.policies.get(policy.groupId)?.find((other) => other.id !== policy.id && other.status === status);
}

function mostCommon(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0];
}
