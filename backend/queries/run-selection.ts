import type { GroupId } from '#domain/ids.ts';
import { rosterDevices } from '../runs/roster.ts';
import { type Roster } from '../ports/run-records.ts';
import { runSummaryAt } from '../runs/run-counts.ts';
import { runStatesAt } from '../runs/run-states.ts';
import type { TaskRunSet } from '../ports/run-records.ts';
import { withSubgroups } from './fleet-snapshot.ts';
import { type RequestContext } from '../request-context.ts';

/** Some of the runs of a task: 1 at each of their places. */
export interface RunSelection {
  readonly places: Uint8Array;
  readonly count: number;
}

/** All the runs of a task. */
export const allRuns = ({ devices }: Roster): RunSelection => ({
  places: new Uint8Array(devices.length).fill(1),
  count: devices.length,
});

/** Which devices of a roster are in a group, with its subgroups or without: worked out once for tasks that share it. */
export async function groupRunSelections(
  { store }: RequestContext,
  groupId: GroupId,
  subgroups: boolean,
): Promise<(roster: Roster) => RunSelection> {
  const inside = subgroups ? withSubgroups(await store.all('groups'), groupId) : new Set([groupId]);
  const devices = await store.all('devices');
  const known = new Map<string, RunSelection>();
  return (roster) => {
    const share = known.get(roster.id) ?? selectionInGroups(rosterDevices(roster, devices), inside);
    known.set(roster.id, share);
    return share;
  };
}

function selectionInGroups(
  members: readonly ({ readonly groupId: GroupId } | undefined)[],
  inside: ReadonlySet<GroupId>,
): RunSelection {
  const places = new Uint8Array(members.length);
  let count = 0;
  members.forEach((device, place) => {
    if (!device || !inside.has(device.groupId)) return;
    places[place] = 1;
    count += 1;
  });
  return { places, count };
}

/** How many runs of a share a person could start. @param nowMs epoch milliseconds UTC */
export function countStartable(runSet: TaskRunSet, { places, count }: RunSelection, nowMs: number): number {
  if (count === places.length) return runSummaryAt(runSet, nowMs).startable;
  const { startableAt } = runStatesAt(runSet, nowMs);
  let startable = 0;
  for (let place = 0; place < places.length; place += 1) {
    if (places[place] === 1 && startableAt(place)) startable += 1;
  }
  return startable;
}
