import type { ExplanationView } from '#contract/explanations.ts';

type Chain = Pick<ExplanationView, 'subject' | 'levels' | 'device' | 'default'>;
export type Level = ExplanationView['levels'][number];
export type Entry = Level['entries'][number];

/** A place of the chain, from *Managed devices* down; with whether the decision runs into it from above, and on below. */
export type Step = (
  | { readonly kind: 'group'; readonly level: Level }
  | { readonly kind: 'policy'; readonly entry: Entry }
  | { readonly kind: 'device'; readonly device: NonNullable<ExplanationView['device']> }
  | { readonly kind: 'default'; readonly byDefault: ExplanationView['default'] }
) & { readonly above: boolean; readonly below: boolean };

/**
 * The chain as one column of steps. The decision runs from the winner to what it decides: the device, or the policy that
 * is explained. Where the two are one, it runs nowhere.
 */
export function decisionPath({ subject, levels, device, default: byDefault }: Chain): Step[] {
  const steps = [
    ...levels.flatMap((level) => [
      { kind: 'group' as const, level },
      ...level.entries.map((entry) => ({ kind: 'policy' as const, entry })),
    ]),
    ...(device ? [{ kind: 'device' as const, device }] : []),
    { kind: 'default' as const, byDefault },
  ];
  const winner = steps.findIndex((step) => outcomeOf(step) === 'wins');
  const decided = steps.findIndex((step) =>
    step.kind === 'policy' ? subject.kind === 'policy' && step.entry.policy.id === subject.id : step.kind === 'device',
  );
  const runs = winner >= 0 && decided >= 0;
  const [from, to] = [Math.min(winner, decided), Math.max(winner, decided)];
  return steps.map((step, i) => ({
    ...step,
    above: runs && i > from && i <= to,
    below: runs && i >= from && i < to,
  }));
}

type Unrouted = { [K in Step['kind']]: Omit<Extract<Step, { kind: K }>, 'above' | 'below'> }[Step['kind']];

/** What became of the voice at a step; null of a group, which has none. */
export function outcomeOf(step: Unrouted): 'wins' | 'lost' | 'not-set' | null {
  switch (step.kind) {
    case 'group':
      return null;
    case 'policy':
      return step.entry.outcome;
    case 'device':
      return step.device.outcome;
    case 'default':
      return step.byDefault.outcome;
    default:
      return step satisfies never;
  }
}
