import { momentWithin, planStart, type PlannedStart, type Planner } from '#domain/schedule/plan-start.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';

/**
 * `planStart` memoised by scan start, zone and instant, which many runs share; only the moment in the window differs.
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
