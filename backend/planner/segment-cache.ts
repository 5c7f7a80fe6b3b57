import { planStart, type PlannedStart } from '#domain/schedule/plan-start.ts';
import { countPairs, type DeviceColumns, type Segment } from './pairs.ts';

/**
 * `segmentsAt` for one instant after another, none earlier than the one before. Between two opens and closes of a pair's
 * window its segment stays the same, so `planStart` is called a few times a day, not for every detection.
 */
export function segmentCache(devices: DeviceColumns): (createdAtMs: number) => Segment[] {
  const { zones, rules } = devices;
  const pairs = [...countPairs(devices)].flatMap((count, pair) => {
    const rule = rules[Math.floor(pair / zones.length)];
    const zone = zones[pair % zones.length];
    return count === 0 || rule === undefined || zone === undefined ? [] : [{ pair, count, rule, zone }];
  });
  const plans: (PlannedStart | undefined)[] = [];
  return (createdAtMs) =>
    pairs.flatMap(({ pair, count, rule, zone }, index) => {
      const last = plans[index];
      const plan = last && isValidAt(last, createdAtMs) ? last : planStart(rule, { createdAtMs, zone, moment: 0 });
      plans[index] = plan;
      switch (plan.kind) {
        case 'never':
          return [];
        case 'at-once':
          return [{ pair, count, opensAtMs: createdAtMs, closesAtMs: createdAtMs }];
        case 'waits':
          return [{ pair, count, opensAtMs: plan.occurrence.opensAtMs, closesAtMs: plan.occurrence.closesAtMs }];
        default:
          return plan satisfies never;
      }
    });
}

/** Whether a plan for an earlier instant is also the plan for a later one. */
function isValidAt(plan: PlannedStart, createdAtMs: number): boolean {
  if (plan.because === 'inside-window') return createdAtMs < plan.occurrence.closesAtMs;
  if (plan.because === 'outside-window') return createdAtMs < plan.occurrence.opensAtMs;
  return true;
}
