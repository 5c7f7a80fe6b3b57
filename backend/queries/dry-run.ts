import type { EffectsView } from '#contract/effects.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { stateIn } from '#domain/policy/policy-state.ts';
import { changesBetween, type SettingChange } from '#domain/policy/setting-words.ts';
import { settingsGroups, type SettingsGroup } from '#domain/policy/settings.ts';
import { fleetOf, groupRef, nowOf, policyRef, type Backend, type Fleet } from '../request-context.ts';
import { blocksIn } from './task-run-sets.ts';
import { changedRuns } from '../commands/changed-runs.ts';
import { holdingOf } from './effective-settings-index.ts';
import { compareText } from './page.ts';
import { staged } from '../adapters/overlay-store.ts';

/**
 * What a write would change, found by making it in a staged world and comparing the two: so it is what then happens, by
 * construction. Nothing is written.
 * @param work the write, made with the backend it is given
 * @throws Problem whatever the write itself would be refused with
 */
export async function effectsOf(backend: Backend, work: (backend: Backend) => Promise<unknown>): Promise<EffectsView> {
  const next = { ...backend, store: staged(backend.store) };
  await work(next);
  const [before, after] = [await fleetOf(backend), await fleetOf(next)];
  const known = new Set((await backend.store.all('changes')).map(({ id }) => id));
  const devices = changedDevices(before, after, await backend.store.all('devices'), await next.store.all('devices'));
  const firsts = 100;
  return {
    lines: (await next.store.all('changes')).filter(({ id }) => !known.has(id)).flatMap(({ lines }) => [...lines]),
    devices: {
      total: devices.length,
      byGroup: counted(devices.map(({ device }) => device.groupId)).map(([groupId, count]) => ({
        group: groupRef(after.hierarchy, groupId),
        count,
      })),
      byValue: countedChanges(devices.flatMap(({ changes }) => changes)),
      first: devices.slice(0, firsts).map(({ device }) => ({ id: device.id, name: device.name })),
    },
    runs: changedRuns(await blocksIn(backend), await blocksIn(next), await nowOf(backend), firsts),
    overruled: newlyOverruled(before, after),
  };
}

function changedDevices(before: Fleet, after: Fleet, devices: readonly Device[], devicesAfter: readonly Device[]) {
  const later = new Map(devicesAfter.map((device) => [device.id, device]));
  const compare = settingsGroups.map((group) => comparing(before, after, group));
  return devices
    .map((was) => {
      const device = later.get(was.id) ?? was;
      return { device, changes: compare.flatMap((changesOn) => changesOn(was, device)) };
    })
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => compareText(a.device.name, b.device.name));
}

function comparing(before: Fleet, after: Fleet, group: SettingsGroup) {
  const [held, holds] = [holdingOf(before, group), holdingOf(after, group)];
  return (was: Device, is: Device): SettingChange[] => changesBetween(group, held(was).value, holds(is).value);
}

/** Policies that lose a group of settings to one above by the change. */
function newlyOverruled(before: Fleet, after: Fleet): EffectsView['overruled'] {
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
function counted<T extends string>(texts: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}

function countedChanges(changes: readonly SettingChange[]) {
  const byText = new Map(changes.map((change) => [JSON.stringify(change), change]));
  return counted(changes.map((change) => JSON.stringify(change))).flatMap(([text, count]) => {
    const change = byText.get(text);
    return change ? [{ ...change, count }] : [];
  });
}
