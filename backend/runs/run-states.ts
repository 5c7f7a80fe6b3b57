import { runStates } from '#domain/response/run-state.ts';
import { runInstants } from './run-instants.ts';
import { isStartable, stateBeforeStart } from './run-counts.ts';
import type { TaskRunSet } from '../ports/run-records.ts';

/** The states of a task's runs at an instant for bulk loops; the same as `stateAt` and `canStartByHand` of each run. */
export interface RunStatesAt {
  /** The state as its index in `runStates`. */
  readonly stateAt: (index: number) => number;
  readonly startableAt: (index: number) => boolean;
}

const running = runStates.indexOf('running');

/** @param nowMs epoch milliseconds UTC */
export function runStatesAt(runSet: TaskRunSet, nowMs: number): RunStatesAt {
  const { caseOf, cases } = runSet.runs;
  const { startAt, durationAt: lengthAt } = runInstants(runSet);
  const before = Uint8Array.from(cases, (one) => runStates.indexOf(stateBeforeStart(one)));
  const completed = Uint8Array.from(cases, ({ iocFound }) =>
    runStates.indexOf(iocFound ? 'completed-found' : 'completed-clean'),
  );
  const ready = Uint8Array.from(cases, (one) => (isStartable(one, nowMs) ? 1 : 0));
  return {
    stateAt(index) {
      const one = caseOf[index] ?? 0;
      const start = startAt(index);
      if (!(start <= nowMs)) return before[one] ?? 0;
      return nowMs < start + lengthAt(index) ? running : (completed[one] ?? 0);
    },
    startableAt(index) {
      return ready[caseOf[index] ?? 0] === 1 && !(startAt(index) <= nowMs);
    },
  };
}
