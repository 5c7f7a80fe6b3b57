import type { DurationModel, Run } from '#domain/response/run.ts';
import { caseTable } from './case-table.ts';
import { memoizePairs } from './memoize-pairs.ts';
import { runInstants } from './run-instants.ts';
import { caseAt, caseColumn, caseOfRun, runAt } from './task-runs.ts';
import { type TaskRunSet, type RunCase, type TaskRuns } from '../ports/run-records.ts';

interface Mapping {
  /** The instant of the change, epoch milliseconds UTC. */
  readonly atMs: number;
  /** The current model: a run whose scope changes draws its duration from it. */
  readonly durations: DurationModel;
  /** The input of the change for a run, as a small number; −1 leaves the run unchanged. */
  readonly kindOf: (index: number) => number;
  /**
   * The changed run, or the same object if nothing changes. It is called once for all started and once for all other runs of
   * each case and kind, so it may depend on nothing else.
   */
  readonly change: (run: Run, index: number) => Run;
}

/**
 * Applies a change to every run of a task. The change is a function on a single run, which states the rule; here it is
 * called as rarely as possible.
 * @returns the same record if no run changes, otherwise a copy
 */
export function mapRuns(runSet: TaskRunSet, { atMs, durations, kindOf, change }: Mapping): TaskRuns {
  const { runs } = runSet;
  const { caseOf, cases } = runs;
  const { startAt } = runInstants(runSet);
  const table = caseTable(cases);
  // The index of the new case by kind, case and whether the run has started.
  const decided = memoizePairs(2 * cases.length);
  let after: Uint32Array<ArrayBuffer> | null = null;

  const decide = (index: number): number => {
    const run = runAt(runSet, index);
    const then = change(run, index);
    if (then === run) return caseOf[index] ?? 0;
    return table.indexOf(caseAfter(caseAt(runs, index), then, durations));
  };

  for (let index = 0; index < caseOf.length; index += 1) {
    const kind = kindOf(index);
    if (kind < 0) continue;
    const was = caseOf[index] ?? 0;
    const next = decided(kind, 2 * was + (startAt(index) <= atMs ? 1 : 0), () => decide(index));
    if (next === was) continue;
    after ??= new Uint32Array(caseOf);
    after[index] = next;
  }
  return after === null ? runs : { ...runs, ...compact(table.cases, after) };
}

/** Applies a change to one run; returns the same record if the run stays the same. */
export function mapRun(
  runSet: TaskRunSet,
  index: number,
  { durations, change }: Pick<Mapping, 'durations' | 'change'>,
): TaskRuns {
  const run = runAt(runSet, index);
  const then = change(run, index);
  if (then === run) return runSet.runs;
  const table = caseTable(runSet.runs.cases);
  const after = new Uint32Array(runSet.runs.caseOf);
  after[index] = table.indexOf(caseAfter(caseAt(runSet.runs, index), then, durations));
  return { ...runSet.runs, ...compact(table.cases, after) };
}

const caseAfter = (before: RunCase, then: Run, durations: DurationModel): RunCase =>
  caseOfRun(then, then.scanning.scope === before.scanning.scope ? before.duration : durations[then.scanning.scope]);

/** Removes unused cases. */
function compact(cases: TaskRuns['cases'], caseOf: Uint32Array<ArrayBuffer>): Pick<TaskRuns, 'cases' | 'caseOf'> {
  const used = new Uint8Array(cases.length);
  for (const one of caseOf) used[one] = 1;
  const indexes = new Uint32Array(cases.length);
  const stored = cases.filter((_, one) => used[one] === 1);
  let next = 0;
  for (let one = 0; one < cases.length; one += 1) {
    indexes[one] = next;
    next += used[one] ?? 0;
  }
  const column = caseColumn(caseOf.length, stored.length);
  for (let index = 0; index < caseOf.length; index += 1) column[index] = indexes[caseOf[index] ?? 0] ?? 0;
  return { cases: stored, caseOf: column };
}
