import { isFixedGroup, managedDevices, unassignedDevices } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { damagedRecord } from './damaged-record.ts';
import type { DamagedRecord, StoredGroup, World } from '../ports/store.ts';

/** A world that was read, and what of it could not be used as it was. */
export interface OpenedWorld {
  readonly world: World;
  readonly damaged: readonly DamagedRecord[];
}

/**
 * A world in which every group leads up to *Managed devices*, every device and every policy is in a group that is there,
 * and all runs have their devices. What refers to something that is gone is told among the damaged records.
 */
export function withSoundReferences(world: World, known: readonly DamagedRecord[], fresh: () => World): OpenedWorld {
  const damaged = [...known];
  const tell = (collection: DamagedRecord['collection'], record: object, path: string, instead: string) => {
    damaged.push(damagedRecord(collection, record, [{ path, message: 'It leads to nothing that is there.' }], instead));
  };

  const groups = soundTree(withFixedGroups(world.groups, fresh), (group) => {
    tell('groups', group, 'parentId', 'It is shown under Managed devices.');
  });
  const there = new Set(groups.map(({ id }) => id));
  const devices = replaced(world.devices, (device) => {
    if (there.has(device.groupId)) return device;
    tell('devices', device, 'groupId', 'It is shown in Unassigned devices.');
    return { ...device, groupId: unassignedDevices };
  });
  const policies = replaced(world.policies, (policy) => {
    if (there.has(policy.groupId)) return policy;
    tell('policies', policy, 'groupId', 'It was set aside.');
    return null;
  });
  const rosters = new Map(world.rosters.map((roster) => [roster.id, roster]));
  const runs = replaced(world.runs, (block) => {
    if (rosters.get(block.roster)?.devices.length === block.caseOf.length) return block;
    tell('runs', block, 'roster', 'It was set aside.');
    return null;
  });
  return { world: { ...world, groups, devices, policies, runs }, damaged };
}

/** The very same list where nothing is replaced; null leaves a record out. */
function replaced<T>(records: readonly T[], of: (record: T) => T | null): readonly T[] {
  const after = records.map(of);
  return after.every((record, i) => record === records[i]) ? records : after.filter((record) => record !== null);
}

/** The two groups that are always there: taken from a new world where they are not. */
function withFixedGroups(groups: readonly StoredGroup[], fresh: () => World): readonly StoredGroup[] {
  const missing = [managedDevices, unassignedDevices].filter((id) => !groups.some((group) => group.id === id));
  if (missing.length === 0) return groups;
  return [...fresh().groups.filter(({ id }) => missing.includes(id)), ...groups];
}

/** The groups as one tree: what is under nothing, under itself or under *Unassigned devices* comes under the root. */
function soundTree(groups: readonly StoredGroup[], onLost: (group: StoredGroup) => void): readonly StoredGroup[] {
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]));
  const sound = new Set<GroupId>([managedDevices]);
  return replaced(groups, (group) => {
    const wanted = isFixedGroup(group.id) ? null : managedDevices;
    if (isFixedGroup(group.id) ? group.parentId === null : leadsUp(parents, sound, group.id)) return group;
    onLost(group);
    parents.set(group.id, wanted);
    return { ...group, parentId: wanted };
  });
}

/** Whether the way up from a group ends in the root. @param sound groups of which that is known; more are noted */
function leadsUp(parents: ReadonlyMap<GroupId, GroupId | null>, sound: Set<GroupId>, from: GroupId): boolean {
  const way = new Set<GroupId>();
  for (let id: GroupId | null | undefined = from; id !== null && id !== undefined; id = parents.get(id)) {
    if (sound.has(id)) {
      for (const passed of way) sound.add(passed);
      return true;
    }
    if (way.has(id) || id === unassignedDevices) return false;
    way.add(id);
  }
  return false;
}
