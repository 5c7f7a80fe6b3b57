import { unassignedDevices, type AdministrationGroup } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { policyStatusLabels, type Policy } from '#domain/policy/policy.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { nameKey } from './names.ts';

/**
 * Refuses a world that does not hang together: an object in a group that is gone, a group under itself, one name twice
 * in one place, two active policies in one group. A single write looks where it leads; taking back what was built upon
 * since may lead here.
 * @param pause lets others have their turn between the kinds of record
 * @throws Problem `state-forbids`, with what stands in the way
 */
export async function refuseBroken(store: Store, pause: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const groups = new Map((await store.all('groups')).map((group) => [group.id, group]));
  const policies = await store.all('policies');
  for (const group of groups.values()) refuseLost(groups, group);
  await pause();
  for (const records of [policies, await store.all('devices')]) {
    for (const { groupId, name } of records) {
      if (!groups.has(groupId)) throw inTheWay(`The group of “${name}” would not be there.`);
    }
  }
  await pause();
  refuseTwice([...groups.values()], ({ parentId, name }) => `${parentId ?? ''}/${nameKey(name)}`, sameName);
  refuseTwice(policies, ({ groupId, name }) => `${groupId}/${nameKey(name)}`, sameName);
  refuseTwice(
    policies.filter(({ status }) => status !== 'inactive'),
    ({ groupId, status }) => `${groupId}/${status}`,
    ({ name, status }: Policy) =>
      `“${name}” would be a second policy that is ${policyStatusLabels[status]} in its group.`,
  );
}

function refuseLost(groups: ReadonlyMap<GroupId, AdministrationGroup>, group: AdministrationGroup): void {
  const below = new Set<GroupId>([group.id]);
  for (let id = group.parentId; id !== null;) {
    const above = groups.get(id);
    if (!above) throw inTheWay(`The group above “${group.name}” would not be there.`);
    if (below.has(id) || id === unassignedDevices) throw inTheWay(`“${group.name}” cannot be under “${above.name}”.`);
    below.add(id);
    id = above.parentId;
  }
}

function refuseTwice<T>(records: readonly T[], keyOf: (record: T) => string, why: (record: T) => string): void {
  const seen = new Set<string>();
  for (const record of records) {
    const key = keyOf(record);
    if (seen.has(key)) throw inTheWay(why(record));
    seen.add(key);
  }
}

const sameName = ({ name }: { readonly name: string }) => `“${name}” would be there twice.`;

const inTheWay = (why: string) => new Problem('state-forbids', `${why} Nothing was changed.`);
