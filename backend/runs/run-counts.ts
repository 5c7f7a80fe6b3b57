import { runStates, type RunState } from '#domain/response/run-state.ts';
import { runInstants, earliestStart, startSpread } from './run-instants.ts';
import type { TaskRunSet, RunCase, TaskRuns } from '../ports/run-records.ts';

export type RunCounts = Readonly<Record<RunState, number>>;

/** A summary of the runs of a task at an instant. */
export interface RunSummary {
  readonly counts: RunCounts;
  /** Runs that a person could start. */
  readonly startable: number;
  /** The next planned start after that instant, epoch milliseconds UTC; null where none is planned. */
  readonly nextStartMs: number | null;
}

/** How far ahead starts and ends are collected, in milliseconds. */
const aheadMs = 15 * 60_000;

/** A summary at one instant with the events up to another one. */
interface CountedSpan {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly summary: RunSummary;
  /** The events in order, encoded as milliseconds after the begin times 4, plus the kind of event. */
  readonly events: Uint32Array;
  /** The first start that is not among the events; Infinity where there is none. */
  readonly laterStartMs: number;
}

const [starts, endsClean, endsFound] = [0, 1, 2];

/** The last span of each task. Task runs are immutable, so only time can outdate it. */
const countedSpans = new WeakMap<TaskRuns, CountedSpan>();

/**
 * Summarises the runs of a task at an instant, with the results of `stateAt`, `canStartByHand` and `startOf`. A later call
 * within the span only replays the events in between.
 */
export function runSummaryAt(runSet: TaskRunSet, nowMs: number): RunSummary {
  const known = countedSpans.get(runSet.runs);
  if (known && known.fromMs <= nowMs && nowMs < known.untilMs) return advance(known, nowMs);
  const counted = countFrom(runSet, Math.floor(nowMs));
  countedSpans.set(runSet.runs, counted);
  return counted.summary;
}

function advance({ fromMs, summary: standing, events, laterStartMs }: CountedSpan, nowMs: number): RunSummary {
  const counts = { ...standing.counts };
  let { startable } = standing;
  for (const event of events) {
    const atMs = fromMs + Math.floor(event / 4);
    const what = event % 4;
    if (atMs > nowMs) {
      if (what === starts) return { counts, startable, nextStartMs: atMs };
    } else if (what === starts) {
      counts.waiting -= 1;
      counts.running += 1;
      startable -= 1;
    } else {
      counts.running -= 1;
      counts[what === endsFound ? 'completed-found' : 'completed-clean'] += 1;
    }
  }
  return { counts, startable, nextStartMs: laterStartMs === Infinity ? null : laterStartMs };
}

function countFrom(runSet: TaskRunSet, nowMs: number): CountedSpan {
  const { caseOf, cases } = runSet.runs;
  const { startAt, durationAt: lengthAt } = runInstants(runSet);
  const untilMs = Math.min(nowMs + aheadMs, ...cases.flatMap((one) => changeInstants(one, nowMs)));
  const before = Uint8Array.from(cases, (one) => runStates.indexOf(stateBeforeStart(one)));
  const ready = Uint8Array.from(cases, (one) => (isStartable(one, nowMs) ? 1 : 0));
  const found = Uint8Array.from(cases, ({ iocFound }) => (iocFound ? 1 : 0));
  const waiting = new Uint32Array(runStates.length);
  const completed = [0, 0];
  let [running, startable, next, later] = [0, 0, Infinity, Infinity];
  // At most a start and an end of each run.
  const events = new Uint32Array(2 * caseOf.length);
  let happening = 0;

  for (let index = 0; index < caseOf.length; index += 1) {
    const one = caseOf[index] ?? 0;
    const start = startAt(index);
    if (!(start <= nowMs)) {
      const state = before[one] ?? 0;
      waiting[state] = (waiting[state] ?? 0) + 1;
      startable += ready[one] ?? 0;
      if (start < next) next = start;
      if (start < untilMs) events[happening++] = (start - nowMs) * 4 + starts;
      else if (start < later) later = start;
    }
    if (!(start < untilMs)) continue;
    const end = start + lengthAt(index);
    if (end > nowMs) {
      if (start <= nowMs) running += 1;
      if (end < untilMs) events[happening++] = (end - nowMs) * 4 + (found[one] === 1 ? endsFound : endsClean);
    } else completed[found[one] ?? 0] = (completed[found[one] ?? 0] ?? 0) + 1;
  }

  const count = (state: RunState) => waiting[runStates.indexOf(state)] ?? 0;
  return {
    fromMs: nowMs,
    untilMs,
    summary: {
      counts: {
        waiting: count('waiting'),
        'not-started': count('not-started'),
        'waiting-for-device': count('waiting-for-device'),
        'zone-unknown': count('zone-unknown'),
        running,
        'completed-clean': completed[0] ?? 0,
        'completed-found': completed[1] ?? 0,
      },
      startable,
      nextStartMs: next === Infinity ? null : next,
    },
    events: events.slice(0, happening).sort(),
    laterStartMs: later,
  };
}

/** Instants at which all runs of a case change at once: a span must not cross them. */
function changeInstants(one: RunCase, nowMs: number): number[] {
  const turns = startSpread(one) === 0 ? [one.plannedAtMs, earliestStart(one)] : [one.plannedAtMs];
  return turns.filter((atMs) => atMs > nowMs);
}

/** The state of a run that has not started, by the rule of `stateAt`. */
export function stateBeforeStart({ plan, deviceOnline }: RunCase): RunState {
  if (plan.kind === 'never') return plan.because === 'zone-unknown' ? 'zone-unknown' : 'not-started';
  return deviceOnline ? 'waiting' : 'waiting-for-device';
}

/** Whether a person may start a run that has not started, by the rule of `canStartByHand`. */
export const isStartable = ({ plannedAtMs, deviceOnline, plan }: RunCase, nowMs: number): boolean =>
  plannedAtMs <= nowMs && deviceOnline && plan.because !== 'zone-unknown';

const lastStarts = new WeakMap<TaskRuns, { readonly atMs: number | null }>();

/** The last planned or actual start of a task's runs, epoch milliseconds UTC; null where none has a start. */
export function lastStartOf(runSet: TaskRunSet): number | null {
  const known = lastStarts.get(runSet.runs);
  if (known) return known.atMs;
  const { startAt } = runInstants(runSet);
  let latest = -Infinity;
  for (let index = 0; index < runSet.runs.caseOf.length; index += 1) {
    const start = startAt(index);
    if (start > latest) latest = start;
  }
  const atMs = latest === -Infinity ? null : latest;
  lastStarts.set(runSet.runs, { atMs });
  return atMs;
}
