import { momentOf } from '#domain/schedule/moment.ts';
import { memoizeByIdentity } from './memoize.ts';
import { keysOf } from './roster.ts';
import { drawKeysOf } from './task-runs.ts';
import { type TaskRunSet, type RunCase, type TaskRuns } from '../ports/run-records.ts';

/** The starts and durations of a task's runs for bulk loops; the same as `startOf` of each run. */
export interface RunInstants {
  /** Epoch milliseconds UTC; NaN while it depends on a person or on the device's return. */
  readonly startAt: (index: number) => number;
  /** The duration of the scan in milliseconds. */
  readonly durationAt: (index: number) => number;
}

/** The instants of a task's runs, from its cases and each device's key. */
export function runInstants({ runs, roster }: TaskRunSet): RunInstants {
  const keys = keysOf(roster);
  const { moment, duration } = drawKeysOf(runs);
  const { opensMs, lengthMs, fromMinutes, minutes } = columnsOf(runs);
  const { caseOf } = runs;
  return {
    startAt(index) {
      const one = caseOf[index] ?? 0;
      const length = lengthMs[one] ?? 0;
      const opens = opensMs[one] ?? Number.NaN;
      return length === 0 ? opens : opens + Math.floor(momentOf(moment, keys[index] ?? 0) * length);
    },
    durationAt(index) {
      const one = caseOf[index] ?? 0;
      const drawn = momentOf(duration, keys[index] ?? 0) * (minutes[one] ?? 0);
      return Math.round(((fromMinutes[one] ?? 0) + drawn) * 60_000);
    },
  };
}

/** The parameters of the instants, case by case. */
const columnsOf = memoizeByIdentity(({ cases }: TaskRuns) => ({
  opensMs: Float64Array.from(cases, earliestStart),
  lengthMs: Float64Array.from(cases, startSpread),
  fromMinutes: Float64Array.from(cases, ({ duration }) => duration.fromMinutes),
  minutes: Float64Array.from(cases, ({ duration }) => duration.toMinutes - duration.fromMinutes),
}));

/** The start of a case's run whose moment is zero, by the rule of `startOf`; NaN where it has none. */
export function earliestStart({ startedByHand, deviceOnline, plan }: RunCase): number {
  if (startedByHand !== null) return startedByHand.atMs;
  return !deviceOnline || plan.kind === 'never' ? Number.NaN : plan.startMs;
}

/** Over how many milliseconds the starts of a case's runs are spread; zero where they have one start, or none. */
export function startSpread({ startedByHand, deviceOnline, plan }: RunCase): number {
  if (startedByHand !== null || !deviceOnline || plan.kind !== 'waits') return 0;
  return plan.occurrence.closesAtMs - plan.occurrence.opensAtMs;
}
