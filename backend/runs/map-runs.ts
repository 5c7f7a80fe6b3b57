import type { DurationModel, Run } from '#domain/response/run.ts';
import { caseTable } from './case-table.ts';
import { memoizePairs } from './memoize-pairs.ts';
import { runInstants } from './run-instants.ts';
import { caseAt, caseColumn, caseOfRun, runAt } from './task-runs.ts';
import { type TaskRunSet, type RunCase, type TaskRuns } from '../ports/run-records.ts';

interface Mapping {
  /** The instant of the change, epoch milliseconds UTC. */
  readonly atMs: number;
  /** The model that holds then: a run whose scope changes draws its duration from it. */
  readonly durations: DurationModel;
  /** What else of a run counts for the change, as a small number; −1 leaves the run as it is. */
  readonly kindOf: (index: number) => number;
  /**
   * What becomes of a run; the very same one where nothing does. It is asked once for all runs of one case and one kind
   * that have started, and once for those that have not: nothing else of a run may count.
   */
  readonly change: (run: Run, index: number) => Run;
}

/**
 * A block's runs after a change that is made run by run. What becomes of each is decided by a function on a single run,
 * so the rule is stated there alone; here it is only asked as seldom as possible.
 * @returns the very same record where no run changes, and a copy otherwise
 */
export function mapRuns(runSet: TaskRunSet, { atMs, durations, kindOf, change }: Mapping): TaskRuns {
  const { runs } = runSet;
  const { caseOf, cases } = runs;
  const { startAt } = runInstants(runSet);
  const table = caseTable(cases);
  // By kind, then by case and whether the run has started: the index of the case that becomes of it.
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

/** A block's runs with one of them changed; the very same record where it is the very same run. */
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

/** Without the cases that no run has any more. */
function compact(cases: TaskRuns['cases'], caseOf: Uint32Array<ArrayBuffer>): Pick<TaskRuns, 'cases' | 'caseOf'> {
  const used = new Uint8Array(cases.length);
  for (const one of caseOf) used[one] = 1;
  const indexes = new Uint32Array(cases.length);
  const kept = cases.filter((_, one) => used[one] === 1);
  let next = 0;
  for (let one = 0; one < cases.length; one += 1) {
    indexes[one] = next;
    next += used[one] ?? 0;
  }
  const column = caseColumn(caseOf.length, kept.length);
  for (let index = 0; index < caseOf.length; index += 1) column[index] = indexes[caseOf[index] ?? 0] ?? 0;
  return { cases: kept, caseOf: column };
}
