import { isTimeZone } from '#domain/schedule/time-zone.ts';
import type { RunCase, TaskRuns } from '../runs/task-runs.ts';
import type { Changes } from './store.ts';

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

const runsOfToday = (runs: TaskRuns): TaskRuns =>
  runs.cases.some((one) => isEarlier(one) || needsZone(one)) ? { ...runs, cases: runs.cases.map(caseOfToday) } : runs;

const isEarlier = (one: RunCase | EarlierCase): one is EarlierCase => 'startedByHandMs' in one;

/**
 * A case in a zone that cannot be planned with, which a former version left to a person or to its device's return: nothing
 * starts there until the zone is put right.
 */
const needsZone = ({ zone, startedByHand, plan, deviceOnline }: RunCase): boolean =>
  startedByHand === null &&
  (plan.because === 'manual' || (!deviceOnline && plan.kind !== 'never')) &&
  !isTimeZone(zone);

function caseOfToday(one: RunCase | EarlierCase): RunCase {
  const named = isEarlier(one) ? withoutName(one) : one;
  return needsZone(named) ? { ...named, plan: { kind: 'never', because: 'zone-unknown' } } : named;
}

function withoutName({ startedByHandMs, ...rest }: EarlierCase): RunCase {
  return { ...rest, startedByHand: startedByHandMs === null ? null : { atMs: startedByHandMs, by: null } };
}
