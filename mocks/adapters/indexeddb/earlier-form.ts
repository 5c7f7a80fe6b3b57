import { isTimeZone } from '#domain/schedule/time-zone.ts';
import type { RunCase, TaskRuns } from '#backend/ports/run-records.ts';
import type { Changes } from '#backend/ports/store.ts';

/** A case as version 4 kept it: with the instant of a start by hand, without who it was. */
type EarlierCase = Omit<RunCase, 'startedByHand'> & { readonly startedByHandMs: number | null };

/**
 * A commit of version 4 or of today in the form of today. Asked of every entry, whatever the version says that stands
 * beside: a tab that was opened with the version before may go on writing into the same journal.
 */
export function inTodaysForm(changes: Changes): Changes {
  const { runs } = changes;
  if (!runs?.put) return changes;
  return { ...changes, runs: { ...runs, put: runs.put.map(runsOfToday) } };
}

// What is damaged has no form to be brought from: whoever opens the world sets it aside.
const runsOfToday = (runs: TaskRuns): TaskRuns =>
  isObject(runs) && isList(runs.cases) && runs.cases.some((one) => isEarlier(one) || needsZone(one))
    ? { ...runs, cases: runs.cases.map(caseOfToday) }
    : runs;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

// No guard of a type: that of TypeScript would forget what the list holds.
const isList = (value: unknown): boolean => Array.isArray(value);

const isEarlier = (one: RunCase | EarlierCase): one is EarlierCase => isObject(one) && 'startedByHandMs' in one;

/**
 * A case in a zone that cannot be planned with, which a former version left to a person or to its device's return: nothing
 * starts there until the zone is put right.
 */
const needsZone = (one: RunCase | EarlierCase): boolean =>
  isObject(one) &&
  isObject(one.plan) &&
  !isStartedByHand(one) &&
  (one.plan.because === 'manual' || (!one.deviceOnline && one.plan.kind !== 'never')) &&
  typeof one.zone === 'string' &&
  !isTimeZone(one.zone);

const isStartedByHand = (one: RunCase | EarlierCase): boolean =>
  (isEarlier(one) ? one.startedByHandMs : one.startedByHand) !== null;

function caseOfToday(one: RunCase | EarlierCase): RunCase {
  const named = isEarlier(one) ? withoutName(one) : one;
  return needsZone(named) ? { ...named, plan: { kind: 'never', because: 'zone-unknown' } } : named;
}

function withoutName({ startedByHandMs, ...rest }: EarlierCase): RunCase {
  return { ...rest, startedByHand: startedByHandMs === null ? null : { atMs: startedByHandMs, by: null } };
}
