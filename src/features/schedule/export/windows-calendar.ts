import ical, { ICalEventTransparency } from 'ical-generator';
import type { ForecastRun } from '#contract/forecast.ts';
import { dayYearTimeIn, offsetIn } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { joinDeciders, formatRunDecider } from '../results/decider-text.ts';

type Run = Pick<ForecastRun, 'device' | 'window' | 'fate' | 'because' | 'decidedBy' | 'policy' | 'saved'>;

/** One window on the calendar of one zone, with the devices whose runs wait for it or are in it, and who decided them. */
interface ZoneWindow {
  readonly zone: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly devices: Set<string>;
  readonly deciders: Set<string>;
}

export interface CalendarSubject {
  /** What the calendar is called. */
  readonly title: string;
  /** The group or the device that is asked about: part of the identity of its events. */
  readonly place: { readonly kind: 'group' | 'device'; readonly id: string; readonly name: string };
  /** Where the place is, from *Managed devices* down. */
  readonly path: string;
  /** The world in which it is: ids of groups are the same in many. */
  readonly world: { readonly scenario: string; readonly seed: number };
  /** The answer's instant in UTC: the time stamp of the events. */
  readonly asOf: string;
  /** In which deciders' instants are said; the windows are said in their own zones. */
  readonly zone: string;
}

/**
 * The windows of the runs, those of one zone and time as one, in order. A run without a window has none.
 * @param zone in which it is said when deciders' revisions were saved
 */
export function windowsOf(runs: readonly Run[], zone: string): ZoneWindow[] {
  const found = new Map<string, ZoneWindow>();
  for (const run of runs) {
    const { device, window } = run;
    if (!window) continue;
    const key = `${window.opensAt} ${window.closesAt} ${device.timeZone}`;
    const known = found.get(key) ?? { zone: device.timeZone, ...window, devices: new Set(), deciders: new Set() };
    found.set(key, known);
    known.devices.add(device.id);
    known.deciders.add(formatRunDecider(run, zone));
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, window]) => window);
}

/**
 * The windows as an iCalendar file: an event for each zone and window, at its instants in UTC, since calendars disagree
 * about zones and recurrences; the device's own time stands in the words. Nobody is busy because of them. An event that is
 * exported again is the same event: its UID is made of the world, the place, the window and the zone.
 * @returns null where no run has a window
 */
export function windowsCalendar(subject: CalendarSubject, runs: readonly Run[]): string | null {
  const { title, place, path, zone: deciderZone } = subject;
  const windows = windowsOf(runs, deciderZone);
  if (windows.length === 0) return null;
  const calendar = ical({ name: title, prodId: { company: 'Vesper', product: 'Schedule', language: 'EN' } });
  for (const { zone, opensAt, closesAt, devices, deciders } of windows) {
    const local = (instant: string) => `${dayYearTimeIn(zone, instant)} (UTC${offsetIn(zone, instant)})`;
    const scans = formatCount(devices.size, ['device', 'devices']);
    calendar.createEvent({
      id: uidOf(subject, zone, opensAt, closesAt),
      start: new Date(opensAt),
      end: new Date(closesAt),
      stamp: new Date(subject.asOf),
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `IOC scans of ${place.name}: ${scans} in ${zone}`,
      description: [
        `The scans of ${scans} start within this window: ${local(opensAt)} to ${local(closesAt)} in ${zone}.`,
        `${place.kind === 'group' ? 'Group' : 'Device'}: ${path}`,
        `Decided by: ${joinDeciders([...deciders])} (times in ${deciderZone})`,
        `Forecast as of ${dayYearTimeIn(deciderZone, subject.asOf)}, ${deciderZone}`,
      ].join('\n'),
    });
  }
  return calendar.toString();
}

/**
 * Globally unique, and the same each time: RFC 7986 §5.3. Ids hold no underscore, and zones neither dot nor tilde, so two
 * events never share one; `Etc/GMT+5` and `Etc/GMT-5` are two.
 */
function uidOf({ place, world }: CalendarSubject, zone: string, opensAt: string, closesAt: string): string {
  const basic = (instant: string) => instant.replaceAll(/[-:]|\.\d+/g, '');
  const plain = zone.replaceAll('/', '.').replaceAll('+', '~');
  return `${place.kind}-${place.id}_${basic(opensAt)}_${basic(closesAt)}_${plain}@${world.scenario}-${String(world.seed)}.vesper`;
}

/** Why there is no calendar: what the runs do instead of waiting for a window. */
export function describeNoWindows(runs: readonly Pick<Run, 'because'>[]): string {
  const count = (because: ForecastRun['because'][]) => runs.filter((run) => because.includes(run.because)).length;
  const counts = [
    [count(['manual']), ['run has', 'runs have'], 'manual start'],
    [count(['immediate']), ['run starts', 'runs start'], 'immediately'],
    [count(['offline']), ['run waits', 'runs wait'], 'for an offline device'],
  ] as const;
  const parts = counts.flatMap(([number, words, how]) =>
    number === 0 ? [] : [`${formatCount(number, words)} ${how}`],
  );
  return parts.length === 0
    ? 'There is no scan window: there are no devices here.'
    : `There is no scan window: ${new Intl.ListFormat('en').format(parts)}.`;
}
