import type { TaskTimelineView } from '#contract/tasks.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { counted } from '#src/shared/ui/counted.ts';

/** The ribbon of a task's runs as sentences: first and last start, the most at once, and how the runs stand now. */
export function timelineWords({ first, last, peak, counts }: TaskTimelineView, zone: string): string {
  const number = (count: number) => count.toLocaleString('en');
  const starts =
    first === null || last === null
      ? 'No run has a start.'
      : first === last
        ? `All starts at ${dayTimeIn(zone, first)} (${zone}).`
        : `First start ${dayTimeIn(zone, first)}, last start ${dayTimeIn(zone, last)} (${zone}).`;
  const most =
    peak === null ? '' : ` At most ${counted(peak.count, ['scan', 'scans'])} at once, at ${dayTimeIn(zone, peak.at)}.`;
  const done = counts['completed-clean'] + counts['completed-found'];
  const without = counts['not-started'] + counts['waiting-for-device'];
  const rest = without === 0 ? '' : `, without a start ${number(without)}`;
  return `${starts}${most} Now running ${number(counts.running)}, done ${number(done)}, waiting ${number(counts.waiting)}${rest}.`;
}
