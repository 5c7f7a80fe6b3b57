import type { EffectsView } from '#contract/effects.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { stateIn } from '#domain/policy/policy-state.ts';
import { changesBetween, type SettingChange } from '#domain/policy/setting-words.ts';
import { settingsGroups, type SettingsGroup } from '#domain/policy/settings.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { groupRef, policyRef } from './references.ts';
import { loadFleet, type Fleet } from './fleet-snapshot.ts';
import { loadTaskRunSets } from './task-run-sets.ts';
import { changedRuns } from './changed-runs.ts';
import { effectiveSettingsIndex } from './effective-settings-index.ts';
import { compareText } from './page.ts';

/** What a write changes, found by comparing the world before it with the world after it. */
export async function effectsBetween(context: RequestContext, next: RequestContext): Promise<EffectsView> {
  const [before, after] = [await loadFleet(context), await loadFleet(next)];
  const known = new Set((await context.store.all('changes')).map(({ id }) => id));
  const devices = changedDevices(before, after, await context.store.all('devices'), await next.store.all('devices'));
  const firsts = 100;
  return {
    lines: (await next.store.all('changes')).filter(({ id }) => !known.has(id)).flatMap(({ lines }) => [...lines]),
    devices: {
      total: devices.length,
      byGroup: countByText(devices.map(({ device }) => device.groupId)).map(([groupId, count]) => ({
        group: groupRef(after.hierarchy, groupId),
        count,
      })),
      byValue: countedChanges(devices.flatMap(({ changes }) => changes)),
      first: devices.slice(0, firsts).map(({ device }) => ({ id: device.id, name: device.name })),
    },
    runs: changedRuns(
      await loadTaskRunSets(context),
      await loadTaskRunSets(next),
      await currentTimeMs(context),
      firsts,
    ),
    overruled: newlyOverridden(before, after),
  };
}

function changedDevices(before: Fleet, after: Fleet, devices: readonly Device[], devicesAfter: readonly Device[]) {
  const later = new Map(devicesAfter.map((device) => [device.id, device]));
  const compare = settingsGroups.map((group) => deviceComparison(before, after, group));
  return devices
    .map((was) => {
      const device = later.get(was.id) ?? was;
      return { device, changes: compare.flatMap((changesOn) => changesOn(was, device)) };
    })
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => compareText(a.device.name, b.device.name));
}

function deviceComparison(before: Fleet, after: Fleet, group: SettingsGroup) {
  const [current, holds] = [effectiveSettingsIndex(before, group), effectiveSettingsIndex(after, group)];
  return (was: Device, is: Device): SettingChange[] => changesBetween(group, current(was).value, holds(is).value);
}

/** Policies that lose a group of settings to one above by the change. */
function newlyOverridden(before: Fleet, after: Fleet): EffectsView['overruled'] {
  const earlier = new Map([...before.hierarchy.policies.values()].flat().map((policy) => [policy.id, policy]));
  return [...after.hierarchy.policies.values()].flat().flatMap((policy) => {
    const old = earlier.get(policy.id);
    return settingsGroups.flatMap((settings) => {
      const state = stateIn(after.hierarchy, policy, settings);
      if (!state.lockedFromAbove || (old && stateIn(before.hierarchy, old, settings).lockedFromAbove)) return [];
      const refOf = (which: typeof policy) => policyRef(after.hierarchy, which);
      return [{ policy: refOf(policy), settings, by: refOf(state.from) }];
    });
  });
}

/** How often each occurs, the most frequent first. */
function countByText<T extends string>(texts: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}

function countedChanges(changes: readonly SettingChange[]) {
  const byText = new Map(changes.map((change) => [JSON.stringify(change), change]));
  return countByText(changes.map((change) => JSON.stringify(change))).flatMap(([text, count]) => {
    const change = byText.get(text);
    return change ? [{ ...change, count }] : [];
  });
}
