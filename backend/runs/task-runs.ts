import type { TaskId } from '#domain/ids.ts';
import { runIdOf } from '#domain/ids.ts';
import { durationWithin, type DurationSpan, type Run } from '#domain/response/run.ts';
import { momentOf, taskKey } from '#domain/schedule/moment.ts';
import { momentWithin, type PlannedStart } from '#domain/schedule/plan-start.ts';
import { memoizeByIdentity } from './memoize.ts';
import { keysOf, type Roster } from './roster.ts';

/** The properties of a run that do not depend on the identity of its device. Instants are epoch milliseconds UTC. */
export interface RunCase extends Pick<
  Run,
  'zone' | 'scanning' | 'source' | 'deviceOnline' | 'plannedAtMs' | 'startedByHand' | 'iocFound' | 'decisions'
> {
  /** The plan for moment 0; the start within a window follows from each run's moment. */
  readonly plan: PlannedStart;
  /** The span from which its duration is drawn. */
  readonly duration: DurationSpan;
}

/** The runs of one task as columns; `runAt` decodes a single `Run`. */
export interface TaskRuns {
  readonly id: TaskId;
  /** The simulation's seed, from which each run draws its moment and its duration. */
  readonly seed: number;
  /** The id of the roster: runs and devices have the same indexes. */
  readonly roster: string;
  /** The distinct cases: few, because settings, zones and planning instants are few. */
  readonly cases: readonly RunCase[];
  /** The case of each run, by its index in `cases`. */
  readonly caseOf: CaseColumn;
}

/** Two bytes a run; four with more than 65,536 cases. */
export type CaseColumn = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** The runs of a task with the devices they are on. */
export interface TaskRunSet {
  readonly runs: TaskRuns;
  readonly roster: Roster;
}

/** The keys from which the runs of a task draw, together with the device's key. */
export const drawKeysOf = memoizeByIdentity(({ id, seed }: TaskRuns) => ({
  moment: taskKey(seed, id),
  duration: taskKey(seed, `${id}/duration`),
}));

export const caseAt = ({ cases, caseOf }: TaskRuns, index: number): RunCase => {
  const found = cases[caseOf[index] ?? cases.length];
  if (!found) throw new RangeError(`There is no run at ${String(index)}.`);
  return found;
};

/** One run by its index. @throws RangeError where there is none */
export function runAt({ runs, roster }: TaskRunSet, index: number): Run {
  const { zone, scanning, source, deviceOnline, plan, plannedAtMs, ...rest } = caseAt(runs, index);
  const deviceId = roster.devices[index];
  if (deviceId === undefined) throw new RangeError(`There is no device at ${String(index)}.`);
  const draws = drawKeysOf(runs);
  const key = keysOf(roster)[index] ?? 0;
  const moment = momentOf(draws.moment, key);
  return {
    id: runIdOf(runs.id, deviceId),
    taskId: runs.id,
    deviceId,
    zone,
    scanning,
    source,
    deviceOnline,
    plan: plan.kind === 'waits' ? { ...plan, startMs: momentWithin(plan.occurrence, moment) } : plan,
    plannedAtMs,
    startedByHand: rest.startedByHand,
    moment,
    durationMs: durationWithin(rest.duration, momentOf(draws.duration, key)),
    iocFound: rest.iocFound,
    decisions: rest.decisions,
  };
}

/** The case of a run. @param duration what its duration was drawn from */
export function caseOfRun(run: Run, duration: DurationSpan): RunCase {
  const { plan } = run;
  return {
    zone: run.zone,
    scanning: run.scanning,
    source: run.source,
    deviceOnline: run.deviceOnline,
    plan: plan.kind === 'waits' ? { ...plan, startMs: momentWithin(plan.occurrence, 0) } : plan,
    plannedAtMs: run.plannedAtMs,
    startedByHand: run.startedByHand,
    duration,
    iocFound: run.iocFound,
    decisions: run.decisions,
  };
}

/** Allocates a column for `length` runs, wide enough for the number of cases. */
export const caseColumn = (length: number, cases: number): CaseColumn =>
  cases > 0x1_0000 ? new Uint32Array(length) : new Uint16Array(length);
