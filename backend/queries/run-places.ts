import type { RunSort } from '#contract/tasks.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { runStateLabels, runStates, type RunState } from '#domain/response/run-state.ts';
import { runInstants } from '../runs/run-instants.ts';
import { memoizeByIdentity } from '../runs/memoize.ts';
import { rosterDevices } from '../runs/roster.ts';
import { type Roster } from '../ports/run-records.ts';
import { runStatesAt } from '../runs/run-states.ts';
import type { TaskRunSet } from '../ports/run-records.ts';
import { nameOrder } from './name-order.ts';
import { compareText, matches } from './page.ts';

/** Which runs of a task are meant: in a state, with a text in the name of the device or of the task. */
export interface RunFilter {
  readonly state?: RunState | undefined;
  readonly search?: string | undefined;
}

/** A block with what lists of it need to know besides. */
export interface NamedRunSet extends TaskRunSet {
  /** The names of the devices in the order of the roster. */
  readonly names: readonly string[];
  readonly taskName: string;
}

const lastNames = new WeakMap<Roster, readonly string[]>();

/** The names of a roster's devices, in its order: the very same list as long as they are the same names. */
export function namesOf(roster: Roster, devices: readonly Device[]): readonly string[] {
  const members = rosterDevices(roster, devices);
  const names = roster.devices.map((id, place) => members[place]?.name ?? id);
  const before = lastNames.get(roster);
  if (before && names.every((name, place) => name === before[place])) return before;
  lastNames.set(roster, names);
  return names;
}

/** The places of the runs that a filter lets through. @param nowMs epoch milliseconds UTC */
export function matchingIndexes(runSet: NamedRunSet, filter: RunFilter, nowMs: number): Uint32Array<ArrayBuffer> {
  const { stateAt } = runStatesAt(runSet, nowMs);
  const state = filter.state === undefined ? -1 : runStates.indexOf(filter.state);
  const wanted = filter.search?.trim().toLowerCase() ?? '';
  const all = matches(filter.search, [runSet.taskName]);
  const lower = all ? [] : lowerCase(runSet.names);
  const found = new Uint32Array(runSet.names.length);
  let count = 0;
  for (let place = 0; place < found.length; place += 1) {
    if (state >= 0 && stateAt(place) !== state) continue;
    if (!all && !(lower[place] ?? '').includes(wanted)) continue;
    found[count] = place;
    count += 1;
  }
  return found.slice(0, count);
}

const lowerCase = memoizeByIdentity((names: readonly string[]): readonly string[] =>
  names.map((name) => name.toLowerCase()),
);

interface Order {
  readonly sort: RunSort;
  readonly order: 'asc' | 'desc';
}

/** Sorts places of runs; equals come by the names of their devices. What has no start comes last, whichever way. */
export function sortIndexes(
  runSet: NamedRunSet,
  places: Uint32Array<ArrayBuffer>,
  { sort, order }: Order,
  nowMs: number,
): Uint32Array<ArrayBuffer> {
  const rank = ranks(runSet.names);
  const way = order === 'asc' ? 1 : -1;
  const rankOf = (place: number) => rank[place] ?? 0;
  const byKey = (keyOf: (place: number) => number) => {
    const keys = new Float64Array(runSet.names.length);
    for (const place of places) keys[place] = keyOf(place);
    return places.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || rankOf(a) - rankOf(b));
  };
  switch (sort) {
    case 'device':
      return places.sort((a, b) => way * (rankOf(a) - rankOf(b)));
    case 'task':
      return places.sort((a, b) => rankOf(a) - rankOf(b));
    case 'state': {
      const { stateAt } = runStatesAt(runSet, nowMs);
      return byKey((place) => way * (labelRanks[stateAt(place)] ?? 0));
    }
    case 'start': {
      const { startAt } = runInstants(runSet);
      return byKey((place) => {
        const start = startAt(place);
        return Number.isNaN(start) ? Number.MAX_VALUE : way * start;
      });
    }
    default:
      return sort satisfies never;
  }
}

/** The place of each name among all of them in order. */
const ranks = memoizeByIdentity((names: readonly string[]): Uint32Array => {
  const rank = new Uint32Array(names.length);
  nameOrder(names).forEach((place, position) => {
    rank[place] = position;
  });
  return rank;
});

const labels = runStates.map((state) => runStateLabels[state]);
const labelRanks = labels.map((label) => labels.filter((other) => compareText(other, label) < 0).length);
