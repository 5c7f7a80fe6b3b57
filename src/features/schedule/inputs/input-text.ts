import { z } from 'zod';
import type { DryRun } from '#contract/effects.ts';
import type { DurationModelView } from '#contract/durations.ts';
import type { IocScanning } from '#domain/policy/settings.ts';
import { proposedWindow } from '#domain/schedule/scan-start.ts';
import { dayTimeFrom } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import type { Compared, Detections, Offline } from './inputs.ts';

/** What is proposed where settings are first set by hand. */
export const handSetFirst: IocScanning = {
  scope: 'critical-areas',
  start: { mode: 'interval', window: proposedWindow },
};

/**
 * `Tue 24 Nov 18:00`, `3 from Tue 24 Nov 18:00`, `2 a day for 7 days from Tue 24 Nov 18:00`: in the axis'
 * zone, with the year where it is another one than that of the simulated now, or where that is not known.
 */
export function describeDetections(detections: Detections, zone: string, asOf: string | number | null): string {
  if (detections.kind === 'stream') {
    const { fromMs, days, perDay } = detections;
    return `${String(perDay)} a day for ${formatCount(days, ['day', 'days'])} from ${dayTimeFrom(zone, fromMs, asOf)}`;
  }
  const [first = 0] = detections.instants;
  const count = detections.instants.length;
  return count === 1 ? dayTimeFrom(zone, first, asOf) : `${String(count)} from ${dayTimeFrom(zone, first, asOf)}`;
}

/** `in force`, `20:00–07:00 vs now`, `draft of Berlin vs now`. */
export function describeCompared(compared: Compared): string {
  switch (compared.kind) {
    case 'none':
    case 'unreadable':
      return 'in force';
    case 'hand-set':
      return `${describeScanning(compared.scanning)} vs now`;
    case 'draft':
      return `draft of ${draftName(compared.write)} vs now`;
    default:
      return compared satisfies never;
  }
}

/** `20:00–07:00, critical areas` */
export function describeScanning({ scope, start }: IocScanning): string {
  const where = scope === 'critical-areas' ? 'critical areas' : 'system drives';
  switch (start.mode) {
    case 'manual':
      return `manual start, ${where}`;
    case 'immediate':
      return `immediate start, ${where}`;
    case 'interval':
      return `${start.window.start}–${start.window.end}, ${where}`;
    default:
      return start satisfies never;
  }
}

const named = z.object({ name: z.string() });

/** Whose draft it is: the policy's name, or the device's id. */
export const draftName = ({ params, body }: DryRun): string =>
  named.safeParse(body).data?.name ?? Object.values(params)[0] ?? 'an object';

/** `as now`, `8 % for 24 h`, `8 %, for good` */
export function describeOffline(offline: Offline): string {
  if (offline.kind === 'as-now') return 'as now';
  const share = `${String(offline.percent)} %`;
  return offline.hours === null ? `${share}, for good` : `${share} for ${String(offline.hours)} h`;
}

/** `as the server says`, `6–24 and 60–240 min` */
export function describeDurations(model: DurationModelView | null): string {
  if (model === null) return 'as the server says';
  const span = ({ fromMinutes, toMinutes }: DurationModelView['critical-areas']) =>
    `${String(fromMinutes)}–${String(toMinutes)}`;
  return `${span(model['critical-areas'])} and ${span(model['system-drives'])} min`;
}
