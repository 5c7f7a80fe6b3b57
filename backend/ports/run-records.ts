import type { DeviceId, TaskId } from '#domain/ids.ts';
import type { DurationSpan, Run } from '#domain/response/run.ts';
import type { PlannedStart } from '#domain/schedule/plan-start.ts';

/** A list of devices that tasks share, so that a hundred tasks of one group store it once. */
export interface Roster {
  readonly id: string;
  /** Sorted by id (code units), so that equal sets are equal lists. */
  readonly devices: readonly DeviceId[];
}

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
