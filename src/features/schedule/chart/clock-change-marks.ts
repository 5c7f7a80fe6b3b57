import { clockChanges } from '#src/shared/time/clock-change.ts';
import type { ChangeMark } from './chart-axes.tsx';
import type { Span } from '../inputs/short-instant.ts';

/** At most so many zones are looked at: those with most devices. */
const maxZones = 40;

/**
 * The clock changes of the axis' zone and of the devices' zones within a span, those at one instant as one:
 * *Europe/Berlin and 2 more: 02:00 → 03:00*.
 */
export function clockChangeMarks(span: Span, axisZone: string, deviceZones: readonly string[]): ChangeMark[] {
  const zones = [...new Set([axisZone, ...deviceZones])].slice(0, maxZones);
  const found = new Map<number, { readonly zones: string[]; readonly label: string }>();
  for (const zone of zones) {
    for (const { atMs, label } of clockChanges(span.fromMs, span.toMs, zone)) {
      const known = found.get(atMs);
      if (known) known.zones.push(zone);
      else found.set(atMs, { zones: [zone], label });
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(
      ([
        atMs,
        {
          zones: [first = '', ...more],
          label,
        },
      ]) => ({
        atMs,
        label: `${first}${more.length === 0 ? '' : ` and ${String(more.length)} more`}: ${label}`,
      }),
    );
}
