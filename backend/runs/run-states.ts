import { runStates } from '#domain/response/run-state.ts';
import { instantsOf } from './instants.ts';
import { isReady, stateBeforeStart } from './run-counts.ts';
import type { TaskRunSet } from '../ports/run-records.ts';

/** The states of a block's runs at an instant, for loops over many: what `stateAt` and `canStartByHand` say run by run. */
export interface States {
  /** The state as its place in `runStates`. */
  readonly stateAt: (place: number) => number;
  readonly startableAt: (place: number) => boolean;
}

const running = runStates.indexOf('running');

/** @param nowMs epoch milliseconds UTC */
export function statesOf(runSet: TaskRunSet, nowMs: number): States {
  const { caseOf, cases } = runSet.runs;
  const { startAt, lengthAt } = instantsOf(runSet);
  const before = Uint8Array.from(cases, (one) => runStates.indexOf(stateBeforeStart(one)));
  const completed = Uint8Array.from(cases, ({ iocFound }) =>
    runStates.indexOf(iocFound ? 'completed-found' : 'completed-clean'),
  );
  const ready = Uint8Array.from(cases, (one) => (isReady(one, nowMs) ? 1 : 0));
  return {
    stateAt(place) {
      const one = caseOf[place] ?? 0;
      const start = startAt(place);
      if (!(start <= nowMs)) return before[one] ?? 0;
      return nowMs < start + lengthAt(place) ? running : (completed[one] ?? 0);
    },
    startableAt(place) {
      return ready[caseOf[place] ?? 0] === 1 && !(startAt(place) <= nowMs);
    },
  };
}
