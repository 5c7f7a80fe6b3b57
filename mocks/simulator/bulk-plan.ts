import { nextOccurrence, occurrenceAt } from '#domain/schedule/occurrence.ts';
import { momentOf } from '#domain/schedule/moment.ts';
import type { DailyWindow } from '#domain/schedule/scan-start.ts';

/** The devices of a plan as columns: each one's zone by its place in `zones`, and its identity's key. */
export interface DeviceColumns {
  readonly zones: readonly string[];
  readonly zoneOf: Uint16Array;
  readonly keys: Uint32Array;
}

/**
 * The starts of one task on many devices by one window, epoch milliseconds UTC: the same instants as `planStart` gives
 * one by one, with each zone's occurrence worked out once. @param task the task's key, from `taskKey`
 */
export function planStarts(
  window: DailyWindow,
  createdAtMs: number,
  task: number,
  devices: DeviceColumns,
): Float64Array {
  const opens = new Float64Array(devices.zones.length);
  const lengths = new Float64Array(devices.zones.length);
  devices.zones.forEach((zone, i) => {
    if (occurrenceAt(window, createdAtMs, zone)) {
      opens[i] = createdAtMs;
      return;
    }
    const next = nextOccurrence(window, createdAtMs, zone);
    opens[i] = next.opensAtMs;
    lengths[i] = next.closesAtMs - next.opensAtMs;
  });
  const { zoneOf, keys } = devices;
  const starts = new Float64Array(keys.length);
  for (let i = 0; i < starts.length; i += 1) {
    const zone = zoneOf[i] ?? 0;
    starts[i] = (opens[zone] ?? 0) + Math.floor(momentOf(task, keys[i] ?? 0) * (lengths[zone] ?? 0));
  }
  return starts;
}
