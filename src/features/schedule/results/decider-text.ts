import type { DecisionBreakdownRow, ForecastRun, ForecastVariant } from '#contract/forecast.ts';
import { revisionText } from '#src/shared/time/revision-text.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

// Who decided, with the revision, its author and its instant, for what leaves the console: a calendar, a picture.

/** In place of the revision of what is no revision yet. */
const draftLabel = 'draft, not saved';

/** More deciders than this are counted, not named. */
const maxNamedDeciders = 6;

/** `Baseline, revision 2, M. Admin, 24 Nov 2026, 19:05`: who decided a run. @param zone of the instant, which must stand nearby */
export function formatRunDecider(
  { decidedBy, policy, saved, device }: Pick<ForecastRun, 'decidedBy' | 'policy' | 'saved' | 'device'>,
  zone: string,
): string {
  const revision = saved ? revisionText(saved, zone) : draftLabel;
  switch (decidedBy) {
    case 'locked-by-policy':
    case 'policy-not-enforced':
      return `${policy?.name ?? 'A policy'}, ${revision}`;
    case 'device':
      return `set on ${device.name}, ${revision}`;
    case 'default':
      return 'application default';
    case 'hand-set':
      return 'set by hand for this forecast';
    default:
      return decidedBy satisfies never;
  }
}

/** `Baseline, revision 2, M. Admin, 24 Nov 2026, 19:05 (310 runs); Set on the device (2 runs)`. @param zone of the instants */
export const formatDeciders = ({ byDecision }: Pick<ForecastVariant, 'byDecision'>, zone: string): string =>
  joinDeciders(byDecision.map((part) => `${formatDecider(part, zone)} (${formatCount(part.runs, ['run', 'runs'])})`));

function formatDecider(
  { key, label, saved }: Pick<DecisionBreakdownRow, 'key' | 'label' | 'saved'>,
  zone: string,
): string {
  // No policy's id begins with a colon: these are many devices, or nobody.
  if (key.startsWith(':')) return label;
  return `${label}, ${saved ? revisionText(saved, zone) : draftLabel}`;
}

/** Deciders in one sentence: the first ones by name. */
export function joinDeciders(deciders: readonly string[]): string {
  const more = deciders.length - maxNamedDeciders;
  return [...deciders.slice(0, maxNamedDeciders), ...(more > 0 ? [`and ${more.toLocaleString('en')} more`] : [])].join(
    '; ',
  );
}
