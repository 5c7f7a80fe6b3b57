import type { SavedView } from '#contract/saved.ts';
import type { RunDecisionView, RunDecisionsView } from '#contract/tasks.ts';
import { scanScopeLabels } from '#domain/policy/settings.ts';
import { runStateLabels } from '#domain/response/run-state.ts';
import { dateTimeIn, dayTimeIn } from '#src/shared/time/format.ts';
import { revisionText } from '#src/shared/time/revision-text.ts';
import { byHandWords, startInDeviceTime, whyPhrase, windowWords } from './run-words.ts';

const causes: Readonly<Record<Exclude<RunDecisionView['cause'], 'by-hand'>, string>> = {
  created: 'Task created',
  settings: 'Other settings: planned anew',
  source: 'Decided elsewhere, the same settings: the plan stays',
  returned: 'The device came back: planned anew',
  zone: 'The device is in another time zone: planned anew',
  clock: 'The simulated clock went back to real time: planned anew',
};

/** The cause of a decision as a heading; for a manual start, with the user. */
export const causeWords = ({ cause, startedBy }: Pick<RunDecisionView, 'cause' | 'startedBy'>): string =>
  cause === 'by-hand' ? byHandWords(startedBy) : causes[cause];

/** The source of the settings, without the policy's name, which is a link beside it. */
export function deciderWords({ decidedBy, policy }: Pick<RunDecisionView, 'decidedBy' | 'policy'>): string {
  switch (decidedBy) {
    case 'locked-by-policy':
      return 'under policy';
    case 'policy-not-enforced':
      return policy ? 'not enforced' : 'a policy, not enforced';
    case 'device':
      return 'The device itself';
    case 'default':
      return 'The application’s default';
    default:
      return decidedBy satisfies never;
  }
}

/** The start planned by a decision, in the device's time, with the reason. */
export function plannedWords(decision: RunDecisionView, { run }: RunDecisionsView): string {
  const { start, timeZone, deviceOnline, because } = decision;
  const waits = because !== 'manual' && because !== 'zone-unknown';
  if (start === null && waits && !deviceOnline) return 'None: the device is offline';
  const at = startInDeviceTime({ start, device: { ...run.device, timeZone } });
  const why = whyPhrase({ ...decision, state: 'waiting', device: { timeZone } });
  // The heading names the user.
  if (at !== null && because === 'by-hand') return at;
  return at === null ? why : `${at}. ${why}`;
}

/** The facts of one decision as label and value. */
export function decisionLines(decision: RunDecisionView, answer: RunDecisionsView): readonly [string, string][] {
  const { scope, scanStart, window, timeZone } = decision;
  return [
    ['Scope', scanScopeLabels[scope]],
    ['Scan start', scanStart],
    ...(window ? [['Window', windowWords(window, timeZone)] satisfies [string, string]] : []),
    [decision.cause === 'by-hand' ? 'Start' : 'Planned start', plannedWords(decision, answer)],
    ['Device’s time zone', decision.because === 'zone-unknown' ? `${timeZone} (not known)` : timeZone],
  ];
}

/** `Baseline, revision 3, M. Admin, 24 Nov 2026, 19:05, under policy`. @param zone of the instant */
export function deciderLine(decision: RunDecisionView, zone: string): string {
  const { policy } = decision;
  if (policy === null) return deciderWords(decision);
  const saved = policy.saved === null ? '' : `, ${revisionText(policy.saved, zone)}`;
  return `${policy.name}${saved}, ${deciderWords(decision)}`;
}

/** `M. Admin, 24 Nov 2026, 19:05`: the author of a revision, beside its number, which is a link. */
export const saverWords = ({ modifiedBy, modifiedAt }: SavedView, zone: string): string =>
  `${modifiedBy}, ${dateTimeIn(zone, modifiedAt)}`;

/** All decisions as plain text. @param zone of the instants */
export function decisionsText(answer: RunDecisionsView, zone: string): string {
  const { run, decisions } = answer;
  const parts = decisions.map((decision, i) =>
    [
      `${String(i + 1)}. ${dayTimeIn(zone, decision.at)} (${zone}): ${causeWords(decision)}`,
      ...decisionLines(decision, answer).map(([name, value]) => `   ${name}: ${value}`),
      `   Decided by: ${deciderLine(decision, zone)}`,
    ].join('\n'),
  );
  const head = `What decided the start of this run? ${run.device.name}, ${run.taskName}\n${runStateLabels[run.state]}`;
  return [head, ...parts].join('\n\n');
}
