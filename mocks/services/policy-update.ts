import type { Parsed } from '#contract/operations.ts';
import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import { inheritanceOf } from '#domain/policy/effective-policy.ts';
import { policyStatusLabels, type Hierarchy, type PolicySettings } from '#domain/policy/policy.ts';
import { stateIn } from '#domain/policy/policy-state.ts';
import {
  changesBetween,
  lockLabels,
  sameValue,
  settingsGroupLabels,
  settingsGroups,
  type SettingChange,
  type SettingsGroup,
} from '#domain/policy/settings.ts';
import { Problem } from '../problem.ts';
import type { ServerState, StoredPolicy } from '../store/store.ts';
import { fleetOf, groupRef, hierarchyIn, need, nowOf, serverOf, type Backend } from './backend.ts';
import { displacedBy, viewOf } from './policies.ts';
import { runsToReplan } from './replanning.ts';
import { nextSave, revisionOf } from './saving.ts';
import { withChanges } from './staged.ts';

/**
 * Saves a policy: refuses what is locked from above, makes the former active (or out-of-office) policy of the group
 * inactive in the same step, and plans anew the runs whose settings changed. A save that changes nothing makes no revision.
 * @throws Problem `locked-from-above`, `invalid-input`
 */
export async function updatePolicy(backend: Backend, { params, body }: Parsed<'updatePolicy'>): Promise<PolicyView> {
  const before = await need(backend, 'policies', params.policyId);
  const server = await serverOf(backend);
  const hierarchy = await hierarchyIn(backend);
  refuseLocked(hierarchy, before, body);
  refuseUnknownCredential(server, before, body);

  const changes = policyChanges(before, body);
  if (changes.length === 0) return viewOf(backend, before);

  const atMs = await nowOf(backend);
  const saved: StoredPolicy = { ...before, ...body, ...nextSave(before, atMs, server.user) };
  const puts = [saved];
  const revisions = [revisionOf(saved.id, saved, changes)];
  const former = displacedBy(hierarchy, before, body.status);
  if (former) {
    const old = await need(backend, 'policies', former.id);
    const displaced: StoredPolicy = { ...old, status: 'inactive', ...nextSave(old, atMs, server.user) };
    puts.push(displaced);
    const status = { setting: 'Status', from: policyStatusLabels[old.status], to: policyStatusLabels.inactive };
    revisions.push(revisionOf(displaced.id, displaced, [status]));
  }
  const changed = { policies: { put: puts }, revisions: { put: revisions } };
  const after = await fleetOf({ ...backend, store: withChanges(backend.store, changed) });
  await backend.store.commit({ ...changed, runs: { put: await runsToReplan(backend, after, server, atMs) } });
  return viewOf(backend, saved);
}

/** What a save changes, setting by setting, in words. */
export function policyChanges(before: StoredPolicy, after: PolicyUpdate): SettingChange[] {
  const yesNo = (on: boolean) => (on ? 'on' : 'off');
  const general = [
    ['Name', before.name, after.name],
    ['Status', policyStatusLabels[before.status], policyStatusLabels[after.status]],
    ['Inherit settings from parent policy', yesNo(before.inherit), yesNo(after.inherit)],
    ['Force inheritance of settings in child policies', yesNo(before.force), yesNo(after.force)],
  ] as const;
  return [
    ...general.map(([setting, from, to]) => ({ setting, from, to })).filter(({ from, to }) => from !== to),
    ...settingsGroups.flatMap((group) => groupChanges(group, before.settings, after.settings)),
  ];
}

function groupChanges(group: SettingsGroup, before: PolicySettings, after: PolicySettings): SettingChange[] {
  const lock = {
    setting: settingsGroupLabels[group],
    from: lockLabels[before[group].lock],
    to: lockLabels[after[group].lock],
  };
  return [...changesBetween(group, before[group].value, after[group].value), ...(lock.from === lock.to ? [] : [lock])];
}

function refuseLocked(hierarchy: Hierarchy, before: StoredPolicy, body: PolicyUpdate) {
  const { forcedBy } = inheritanceOf(hierarchy, before);
  if (forcedBy && !body.inherit && before.inherit) {
    throw new Problem('locked-from-above', `The policy “${forcedBy.name}” forces inheritance here. Change it there.`, [
      { path: '/inherit', message: `Forced by the policy “${forcedBy.name}”` },
    ]);
  }
  // What will be locked is judged by the boxes as they will be: unticking inheritance frees the groups of settings.
  const after = { ...before, status: body.status, inherit: body.inherit };
  for (const group of settingsGroups) {
    const state = stateIn(hierarchy, after, group);
    const own = before.settings[group];
    const wanted = body.settings[group];
    const differs = own.lock !== wanted.lock || !sameValue(group, own.value, wanted.value);
    if (state.lockedFromAbove && differs) {
      const { name } = groupRef(hierarchy, state.from.groupId);
      throw new Problem(
        'locked-from-above',
        `${settingsGroupLabels[group]} is under the policy “${state.from.name}” of the group “${name}”. Change it there, or open its lock.`,
        [{ path: `/settings/${group}`, message: `Locked by the policy “${state.from.name}”` }],
      );
    }
  }
}

function refuseUnknownCredential(server: ServerState, before: StoredPolicy, body: PolicyUpdate) {
  const { credential } = body.settings.authentication.value;
  const known = [null, server.account, before.settings.authentication.value.credential];
  if (known.includes(credential)) return;
  throw new Problem('invalid-input', 'The account password was not checked by this server.', [
    { path: '/settings/authentication/value/credential', message: 'Unknown credential' },
  ]);
}
