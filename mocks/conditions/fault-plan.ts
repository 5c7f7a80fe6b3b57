import { faultKinds, type Conditions, type FaultKind } from '#contract/conditions.ts';
import { uniformMoment } from '#domain/schedule/moment.ts';

/** What happens to one request: how long it is on its way, and what goes wrong with it. */
export interface FaultPlan {
  readonly delayMs: number;
  /** `before` the request was carried out, or after, so that only its answer is lost; null when nothing goes wrong. */
  readonly fault: { readonly kind: FaultKind; readonly when: 'before' | 'after' } | null;
}

/** An answer is only damaged once there is one, and whoever is asked too often does nothing first. */
const fixedTiming: Partial<Record<FaultKind, 'before' | 'after'>> = { broken: 'after', 'too-many': 'before' };

/**
 * The weather of a request, without a random number generator: it depends on nothing but the seed, what is asked, and how
 * often that was asked before. The order in which different requests come, and how fast, changes nothing.
 * @param operation method and address: `POST /api/v1/detections`
 * @param nth counts from 0
 */
export function faultPlanFor(conditions: Conditions, operation: string, nth: number): FaultPlan {
  const draw = (what: string) => uniformMoment(conditions.seed, `${what} ${operation}`, String(nth));
  const delayMs = conditions.latency + Math.round(conditions.jitter * draw('delay'));
  const kind = faultKindAt(conditions, draw('kind') * 100);
  if (kind === null) return { delayMs, fault: null };
  return { delayMs, fault: { kind, when: fixedTiming[kind] ?? (draw('when') < 0.5 ? 'before' : 'after') } };
}

/** The shares lie one after the other between 0 and 100; what is left over is good weather. */
function faultKindAt(conditions: Conditions, point: number): FaultKind | null {
  let end = 0;
  for (const kind of faultKinds) {
    end += conditions[kind];
    if (point < end) return kind;
  }
  return null;
}
