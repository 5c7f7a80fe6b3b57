import { nextOccurrence, occurrenceAt, type Occurrence } from './occurrence.ts';
import type { ScanStart } from './scan-start.ts';
import { isTimeZone } from './time-zone.ts';

/** When a task starts on one device, and why. All instants are epoch milliseconds UTC. */
export type PlannedStart =
  | { readonly kind: 'at-once'; readonly because: 'immediate'; readonly startMs: number }
  | {
      readonly kind: 'at-once';
      readonly because: 'inside-window';
      readonly startMs: number;
      readonly occurrence: Occurrence;
    }
  | {
      readonly kind: 'waits';
      readonly because: 'outside-window';
      readonly startMs: number;
      readonly occurrence: Occurrence;
    }
  | { readonly kind: 'never'; readonly because: 'manual' | 'zone-unknown' };

export interface Creation {
  /** The instant from which the rule counts: creation, the device's return, or a policy change. Epoch ms UTC. */
  readonly createdAtMs: number;
  /** The device's own IANA zone. Stored data may contain an unknown one. */
  readonly zone: string;
  /** The run's fraction of the window, in [0, 1): see `uniformMoment`. */
  readonly moment: number;
}

/**
 * The start of one task on one device.
 *
 * With 20:00–07:00 in Europe/Berlin: created 19:00 → a random time in 20:00–07:00; created 21:00 → 21:00;
 * created 08:00 → a random time in the next 20:00–07:00. Exactly at `start` is inside, exactly at `end` is not.
 *
 * Also used for replanning when a device returns or a policy changes, as if the task had been created at that instant.
 * Source: docs/domain-rules.md#window-rule.
 *
 * In an unknown zone nothing starts, in any mode: not even immediately, because the device's local time is unknown. It
 * never throws, so such a device does not affect others. Source: docs/domain-rules.md#time-zones.
 */
export function planStart(rule: ScanStart, { createdAtMs, zone, moment }: Creation): PlannedStart {
  if (!isTimeZone(zone)) return { kind: 'never', because: 'zone-unknown' };
  switch (rule.mode) {
    case 'manual':
      return { kind: 'never', because: 'manual' };
    case 'immediate':
      return { kind: 'at-once', because: 'immediate', startMs: createdAtMs };
    case 'interval': {
      const current = occurrenceAt(rule.window, createdAtMs, zone);
      if (current) return { kind: 'at-once', because: 'inside-window', startMs: createdAtMs, occurrence: current };
      const occurrence = nextOccurrence(rule.window, createdAtMs, zone);
      return { kind: 'waits', because: 'outside-window', startMs: momentWithin(occurrence, moment), occurrence };
    }
    default:
      return rule satisfies never;
  }
}

/** `planStart`, or an equivalent that computes each window once. */
export type Planner = (rule: ScanStart, creation: Creation) => PlannedStart;

/** The millisecond at the given fraction of an occurrence's elapsed length: never before its open, always before its close. */
export function momentWithin(occurrence: Pick<Occurrence, 'opensAtMs' | 'closesAtMs'>, moment: number): number {
  return occurrence.opensAtMs + Math.floor(moment * (occurrence.closesAtMs - occurrence.opensAtMs));
}
