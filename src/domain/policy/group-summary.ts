import type { RunSource } from '../response/run.ts';

/** Devices of a group with the same effective settings from the same source. */
export interface SummaryPart {
  readonly count: number;
  /** The scan start in words. */
  readonly scanStart: string;
  readonly decidedBy: RunSource['kind'];
  readonly policy: { readonly name: string } | null;
}

const number = new Intl.NumberFormat('en');

/**
 * One line with the most frequent settings of a group, and the numbers and reasons of deviations:
 * *1,180 of 1,204 scan 20:00–07:00 under Baseline; 14 by local settings; 10 by Lab*.
 * @param parts the largest first
 * @param zoneUnknown of how many devices the time zone is not known: *…; 3 start nothing: time zone not known*
 */
export function summarySentence(total: number, parts: readonly SummaryPart[], zoneUnknown = 0): string {
  const [most, ...others] = parts;
  if (!most) return 'No devices here.';
  const main = `${number.format(most.count)} of ${number.format(total)} ${scanning(most.scanStart)} ${under(most)}`;
  const deviating = new Map<string, number>();
  for (const part of others) deviating.set(by(part), (deviating.get(by(part)) ?? 0) + part.count);
  const rest = [...deviating].sort((a, b) => b[1] - a[1]).map(([who, count]) => `${number.format(count)} ${who}`);
  const starting =
    zoneUnknown === 0
      ? []
      : [`${number.format(zoneUnknown)} ${zoneUnknown === 1 ? 'starts' : 'start'} nothing: time zone not known`];
  return [main, ...rest, ...starting].join('; ');
}

/** *Manual start* is a wait for a person, not a time. */
const scanning = (start: string) =>
  start === 'Manual start' ? 'wait for a manual start' : `scan ${start.charAt(0).toLowerCase()}${start.slice(1)}`;

const under = (part: SummaryPart) => (part.policy ? `under ${part.policy.name}` : by(part));

function by({ decidedBy, policy }: SummaryPart): string {
  switch (decidedBy) {
    case 'locked-by-policy':
    case 'policy-not-enforced':
      return `by ${policy?.name ?? 'a policy'}`;
    case 'device':
      return 'by local settings';
    case 'default':
      return 'by the application default';
    default:
      return decidedBy satisfies never;
  }
}
