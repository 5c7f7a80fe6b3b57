import type { DeviceId, TaskId } from '#domain/ids.ts';
import type { DurationSpan, Run } from '#domain/response/run.ts';
import type { PlannedStart } from '#domain/schedule/plan-start.ts';

/** A list of devices that tasks share: a hundred tasks of one group name its devices once, not a hundred times. */
export interface Roster {
  readonly id: string;
  /** In the order of their ids by code units, so that the same devices are the same list. */
  readonly devices: readonly DeviceId[];
}

/** All of a run that does not follow from which device it is on. Instants are epoch milliseconds UTC. */
export interface RunCase extends Pick<
  Run,
  'zone' | 'scanning' | 'source' | 'deviceOnline' | 'plannedAtMs' | 'startedByHand' | 'iocFound' | 'decisions'
> {
  /** The plan at the moment zero; within a window that a run waits for, its start is at its own moment. */
  readonly plan: PlannedStart;
  /** What its duration is drawn from. */
  readonly duration: DurationSpan;
}

/** The runs of one task as columns: an encoding of `Run`, from which `runAt` gives each one back. */
export interface TaskRuns {
  readonly id: TaskId;
  /** The simulation's seed, from which each run draws its moment and its duration. */
  readonly seed: number;
  /** The id of the roster: the run at an index is that of the device at the same index there. */
  readonly roster: string;
  /** The cases that occur: few, since settings, zones and instants of planning are. */
  readonly cases: readonly RunCase[];
  /** The case of each run, by its index in `cases`. */
  readonly caseOf: CaseColumn;
}

/** Two bytes a run, four where there are more cases than two can tell apart. */
export type CaseColumn = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** The runs of a task with the devices they are on. */
export interface TaskRunSet {
  readonly runs: TaskRuns;
  readonly roster: Roster;
}
