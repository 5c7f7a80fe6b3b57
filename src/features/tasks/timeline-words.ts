import type { TaskTimelineView } from '#contract/tasks.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

/** The ribbon of a task's runs as sentences: first and last start, the most at once, and how the runs stand now. */
export function timelineWords({ first, last, peak, byHand, counts }: TaskTimelineView, zone: string): string {
  const number = (count: number) => count.toLocaleString('en');
  const starts =
    first === null || last === null
      ? 'No run has a start.'
      : first === last
        ? `All starts at ${dayTimeIn(zone, first)} (${zone}).`
        : `First start ${dayTimeIn(zone, first)}, last start ${dayTimeIn(zone, last)} (${zone}).`;
  const most =
    peak === null
      ? ''
      : ` At most ${formatCount(peak.count, ['scan', 'scans'])} at once, at ${dayTimeIn(zone, peak.at)}.`;
  const done = counts['completed-clean'] + counts['completed-found'];
  const without = counts['not-started'] + counts['waiting-for-device'] + counts['zone-unknown'];
  const rest = without === 0 ? '' : `, without a start ${number(without)}`;
  return `${starts}${most}${handWords(byHand, zone)} Now running ${number(counts.running)}, done ${number(done)}, waiting ${number(counts.waiting)}${rest}.`;
}

type ByHand = TaskTimelineView['byHand'];

/** How many starts by hand are told one by one. */
const maxListed = 2;

/** `12 runs by J. Keller at Tue 24 Nov 20:00`: who started how many runs by hand, and when. */
export const startByHandWords = ({ at, by, runs }: ByHand[number], zone: string): string =>
  `${formatCount(runs, ['run', 'runs'])}${by === null ? '' : ` by ${by}`} at ${dayTimeIn(zone, at)}`;

/** The last starts by hand, and how many runs were started by hand before them. */
function handWords(byHand: ByHand, zone: string): string {
  if (byHand.length === 0) return '';
  const before = byHand.slice(0, -maxListed).reduce((sum, { runs }) => sum + runs, 0);
  const words = byHand.slice(-maxListed).map((start) => startByHandWords(start, zone));
  const all = before === 0 ? words : [`${formatCount(before, ['run', 'runs'])} earlier`, ...words];
  return ` Started by hand: ${all.join(', ')}.`;
}
