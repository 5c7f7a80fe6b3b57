import { unassignedDevices, type AdministrationGroup } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { policyStatusLabels, type Policy } from '#domain/policy/policy.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../ports/store.ts';
import { nameKey } from '../records/names.ts';

/**
 * Refuses a change after which the world would not hang together: an object in a group that is gone, a group under itself, one name twice
 * in one place, two active policies in one group. A single write looks where it leads; taking back what was built upon
 * since may lead here. What did not hang together before stands in the way of nothing else.
 * @param before the world as it is
 * @param pause lets others have their turn between the kinds of record
 * @throws Problem `state-forbids`, with what stands in the way
 */
export async function refuseBroken(store: Store, before: Store, pause: Pause = () => Promise.resolve()): Promise<void> {
  const faults = await faultsOf(store, pause);
  if (faults.length === 0) return;
  const known = new Set(await faultsOf(before, pause));
  const fault = faults.find((one) => !known.has(one));
  if (fault !== undefined) throw new Problem('state-forbids', `${fault} Nothing was changed.`);
}

type Pause = () => Promise<void>;

async function faultsOf(store: Store, pause: Pause): Promise<string[]> {
  const faults: string[] = [];
  const groups = new Map((await store.all('groups')).map((group) => [group.id, group]));
  const policies = await store.all('policies');
  for (const group of groups.values()) faults.push(...lostIn(groups, group));
  await pause();
  const devices = await store.all('devices');
  await pause();
  for (const { groupId, name } of [...policies, ...devices]) {
    if (!groups.has(groupId)) faults.push(`The group of “${name}” would not be there.`);
  }
  await pause();
  return [
    ...faults,
    ...twiceIn([...groups.values()], ({ parentId, name }) => `${parentId ?? ''}/${nameKey(name)}`, sameName),
    ...twiceIn(policies, ({ groupId, name }) => `${groupId}/${nameKey(name)}`, sameName),
    ...twiceIn(
      policies.filter(({ status }) => status !== 'inactive'),
      ({ groupId, status }) => `${groupId}/${status}`,
      ({ name, status }: Policy) =>
        `“${name}” would be a second policy that is ${policyStatusLabels[status]} in its group.`,
    ),
  ];
}

/** What is wrong on the way up from a group. */
function lostIn(groups: ReadonlyMap<GroupId, AdministrationGroup>, group: AdministrationGroup): string[] {
  const below = new Set<GroupId>([group.id]);
  for (let id = group.parentId; id !== null;) {
    const above = groups.get(id);
    if (!above) return [`The group above “${group.name}” would not be there.`];
    if (below.has(id) || id === unassignedDevices) return [`“${group.name}” cannot be under “${above.name}”.`];
    below.add(id);
    id = above.parentId;
  }
  return [];
}

function twiceIn<T>(records: readonly T[], keyOf: (record: T) => string, why: (record: T) => string): string[] {
  const seen = new Set<string>();
  return records.flatMap((record) => {
    const key = keyOf(record);
    if (seen.has(key)) return [why(record)];
    seen.add(key);
    return [];
  });
}

const sameName = ({ name }: { readonly name: string }) => `“${name}” would be there twice.`;
