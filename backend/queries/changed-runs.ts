import type { EffectsView } from '#contract/effects.ts';
import { toInstant } from '#contract/time.ts';
import { runIdOf } from '#domain/ids.ts';
import { runInstants } from '../runs/run-instants.ts';
import { caseAt } from '../runs/task-runs.ts';
import { type TaskRunSet } from '../ports/run-records.ts';

/**
 * Runs that had not started and start at another time after a change of settings; those of offline devices are planned on
 * their return. A case that both worlds share is the very same object in both: such runs are passed over.
 * @param nowMs epoch milliseconds UTC
 * @param firsts how many of them are named
 */
export function changedRuns(
  before: readonly TaskRunSet[],
  after: readonly TaskRunSet[],
  nowMs: number,
  firsts: number,
): EffectsView['runs'] {
  const was = new Map(before.map((runSet) => [runSet.runs.id, runSet]));
  const counts = { earlier: 0, later: 0, atOnce: 0, notAtAll: 0 };
  const first: EffectsView['runs']['first'] = [];
  for (const runSet of after) {
    const old = was.get(runSet.runs.id);
    if (!old || old.runs === runSet.runs) continue;
    const [{ startAt: formerAt }, { startAt }] = [runInstants(old), runInstants(runSet)];
    runSet.roster.devices.forEach((device, place) => {
      const is = caseAt(runSet.runs, place);
      if (is === caseAt(old.runs, place) || !is.deviceOnline) return;
      const [from, to] = [formerAt(place), startAt(place)];
      if (from <= nowMs || Object.is(from, to)) return;
      if (Number.isNaN(to)) counts.notAtAll += 1;
      else if (to <= nowMs) counts.atOnce += 1;
      else if (Number.isNaN(from) || to < from) counts.earlier += 1;
      else counts.later += 1;
      if (first.length < firsts) {
        first.push({ id: runIdOf(runSet.runs.id, device), from: instantOrNull(from), to: instantOrNull(to) });
      }
    });
  }
  return { ...counts, first };
}

const instantOrNull = (ms: number): string | null => (Number.isNaN(ms) ? null : toInstant(ms));
