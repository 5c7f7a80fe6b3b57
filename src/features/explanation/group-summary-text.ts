import type { Answer } from '#contract/operations.ts';
import type { PolicyRef } from '#contract/devices.ts';
import type { SearchParams } from '#src/shared/navigation/route-location.ts';

type Part = Answer<'groupSummary'>['parts'][number];

/** Which devices a number counts, as the list of devices is asked for them. */
export type DecisionFilter = Pick<SearchParams, 'decidedBy' | 'decidingPolicy' | 'scanStart' | 'scope' | 'status'>;

/** A phrase of the line: the number that leads to its devices, the words after it, and the policy that ends it. */
export interface SummaryPhrase {
  readonly count: number;
  readonly filter: DecisionFilter;
  /** What stands before the number: *All*. */
  readonly before: string;
  readonly text: string;
  readonly policy: PolicyRef | null;
}

export interface SummaryLine {
  readonly main: SummaryPhrase;
  readonly others: readonly SummaryPhrase[];
}

/**
 * What holds on the devices of a group in one line, the largest part first: *1,180 of 1,204 devices scan 20:00–07:00 under
 * Baseline; 14 by local settings; 10 by Lab*. What one decides in several ways is one phrase, unless it is the
 * first part's own decider: its other ways then say what they do. Devices that start nothing, since their time zone is not
 * known, come right after the first part.
 * @param parts the largest first
 * @param zoneUnknown how many start nothing
 * @returns null where there are no devices
 */
export function groupSummaryText(total: number, parts: readonly Part[], zoneUnknown = 0): SummaryLine | null {
  const [most, ...rest] = parts;
  if (!most) return null;
  const main: SummaryPhrase = {
    count: most.count,
    filter: filterOf(most),
    before: most.count === total && total > 1 ? 'All' : '',
    text: `${scopeOfCount(most.count, total)} ${scanPhrase(most, most.count)} ${most.policy ? 'under' : deciderPhrase(most)}`,
    policy: most.policy,
  };
  const others = new Map<string, SummaryPhrase>();
  for (const part of rest) {
    const likeMain = decider(part) === decider(most);
    const key = likeMain ? JSON.stringify(filterOf(part)) : decider(part);
    const known = others.get(key);
    others.set(key, {
      count: part.count + (known?.count ?? 0),
      filter: known ? { decidedBy: part.decidedBy, decidingPolicy: part.policy?.id } : filterOf(part),
      before: '',
      text: likeMain ? `${scanPhrase(part, part.count)} ${deciderPhrase(part)}` : deciderPhrase(part),
      policy: part.policy,
    });
  }
  const sorted = [...others.values()].sort((a, b) => b.count - a.count);
  if (zoneUnknown > 0)
    sorted.unshift({
      count: zoneUnknown,
      filter: { status: 'zone-unknown' },
      before: '',
      text: 'never: time zone not known',
      policy: null,
    });
  return { main, others: sorted };
}

const number = new Intl.NumberFormat('en');

const filterOf = ({ decidedBy, policy, scanStart, scope }: Part): DecisionFilter => ({
  decidedBy,
  decidingPolicy: policy?.id,
  scanStart,
  scope,
});

const decider = ({ decidedBy, policy }: Part) => `${decidedBy} ${policy?.id ?? ''}`;

/** After the number: of how many, unless it is all of them. */
const scopeOfCount = (count: number, total: number) => {
  const noun = total === 1 ? 'device' : 'devices';
  return count === total ? noun : `of ${number.format(total)} ${noun}`;
};

/** *Manual start* is a wait for a person, not a time. */
function scanPhrase({ scanStart }: Part, count: number): string {
  const s = count === 1 ? 's' : '';
  if (scanStart === 'Manual start') return `wait${s} for a manual start`;
  return `scan${s} ${scanStart.charAt(0).toLowerCase()}${scanStart.slice(1)}`;
}

/** Who decided; the policy's name follows as a link. */
function deciderPhrase({ decidedBy }: Part): string {
  switch (decidedBy) {
    case 'locked-by-policy':
    case 'policy-not-enforced':
      return 'by';
    case 'device':
      return 'by local settings';
    case 'default':
      return 'by the application default';
    default:
      return decidedBy satisfies never;
  }
}
