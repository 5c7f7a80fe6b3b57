import type { Forecast } from '#contract/forecast.ts';
import { readTimeZone } from '#domain/schedule/time-zone.ts';
import type { SearchParams } from '#src/shared/navigation/route-location.ts';

/** In whose time the picture and the figures speak. */
export interface Axis {
  readonly kind: 'viewer' | 'server' | 'device';
  /** IANA zone. */
  readonly zone: string;
}

/**
 * The axis that the address asks for: the viewer's own time, the server's, or the time of the devices in one zone. A zone
 * that is not known leads to the viewer's.
 */
export function parseAxis(axis: SearchParams['axis'], zones: { viewer: string; server: string }): Axis {
  if (axis === 'server') return { kind: 'server', zone: zones.server };
  const read = readTimeZone(axis ?? '');
  return read.kind === 'known' ? { kind: 'device', zone: read.zone } : { kind: 'viewer', zone: zones.viewer };
}

/** What the axis is called: *your time (Europe/Berlin)*. */
export function axisLabel({ kind, zone }: Axis): string {
  switch (kind) {
    case 'viewer':
      return `your time (${zone})`;
    case 'server':
      return `server time (${zone})`;
    case 'device':
      return `device time in ${zone}`;
    default:
      return kind satisfies never;
  }
}

/** The zones of the devices that are asked about, the one with most devices first. */
export const deviceZones = (answer: Pick<Forecast, 'zones'> | null): Forecast['zones'] =>
  [...(answer?.zones ?? [])].sort((a, b) => b.devices - a.devices || a.zone.localeCompare(b.zone));
