import ical from 'ical-generator';
import type { WhatIfRun } from '#contract/what-if.ts';
import { dayYearTimeIn, offsetIn } from '#src/shared/time/format.ts';
import { counted } from '#src/shared/ui/counted.ts';

/** One window on the calendar of one zone, with the devices whose runs wait for it or are in it. */
interface ZoneWindow {
  readonly zone: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly devices: Set<string>;
}

/** The windows of the runs, those of one zone and time as one, in order. A run without a window has none. */
export function windowsOf(runs: readonly Pick<WhatIfRun, 'device' | 'window'>[]): ZoneWindow[] {
  const found = new Map<string, ZoneWindow>();
  for (const { device, window } of runs) {
    if (!window) continue;
    const key = `${window.opensAt} ${window.closesAt} ${device.timeZone}`;
    const known = found.get(key);
    if (known) known.devices.add(device.id);
    else found.set(key, { zone: device.timeZone, ...window, devices: new Set([device.id]) });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, window]) => window);
}

/**
 * The windows as an iCalendar file: an event for each zone and window, at its instants in UTC, so that every calendar
 * shows them in its own reader's time; the device's own time stands in the words.
 * @param asOf when the answer held, an instant in UTC: the time stamp of the events
 */
export function windowsCalendar(name: string, runs: readonly WhatIfRun[], asOf: string): string {
  const calendar = ical({ name, prodId: { company: 'Vesper', product: 'Schedule', language: 'EN' } });
  for (const { zone, opensAt, closesAt, devices } of windowsOf(runs)) {
    const local = (instant: string) => `${dayYearTimeIn(zone, instant)} (UTC${offsetIn(zone, instant)})`;
    calendar.createEvent({
      id: `${opensAt}-${closesAt}-${zone}@vesper`.replaceAll(/[^\w@-]/g, '-'),
      start: new Date(opensAt),
      end: new Date(closesAt),
      stamp: new Date(asOf),
      summary: `IOC scans: ${counted(devices.size, ['device', 'devices'])} in ${zone}`,
      description: `The scans of ${counted(devices.size, ['device', 'devices'])} start within this window: ${local(opensAt)} to ${local(closesAt)} in ${zone}.`,
    });
  }
  return calendar.toString();
}
