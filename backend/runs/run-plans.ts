import { momentWithin, planStart, type PlannedStart, type Planner } from '#domain/schedule/plan-start.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';

/**
 * `planStart` for many runs: it is asked once for each scan start, zone and instant, whose window many runs share; what
 * is left for a run is its own moment in that window.
 */
export function memoizedPlanner(): Planner {
  const plans = new Map<string, PlannedStart>();
  return (rule, { createdAtMs, zone, moment }) => {
    const key = `${describeScanStart(rule)}|${zone}|${String(createdAtMs)}`;
    const plan = plans.get(key) ?? planStart(rule, { createdAtMs, zone, moment: 0 });
    plans.set(key, plan);
    return plan.kind === 'waits' ? { ...plan, startMs: momentWithin(plan.occurrence, moment) } : plan;
  };
}
