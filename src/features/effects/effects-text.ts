import type { EffectsView } from '#contract/effects.ts';
import { settingsGroupLabels } from '#domain/policy/settings.ts';
import { ApiProblem, sentenceOf } from '#src/shared/api/problem.ts';
import { formatCount, type Noun } from '#src/shared/ui/format-count.ts';

/** In which words the console says what an edit would change. */

const shownGroups = 3;
const devicesNoun: Noun = ['device', 'devices'];

/** `112 devices would obey other settings: Berlin 87, Munich 25.` */
export function devicesSentence({ total, byGroup }: EffectsView['devices']): string {
  if (total === 0) return 'No device would obey other settings than now.';
  const named = byGroup.slice(0, shownGroups).map(({ group, count }) => `${group.name} ${count.toLocaleString('en')}`);
  const rest = byGroup.length - named.length;
  const groups = [...named, ...(rest > 0 ? [formatCount(rest, ['more group', 'more groups'])] : [])].join(', ');
  return `${formatCount(total, devicesNoun)} would obey other settings than now: ${groups}.`;
}

/** `Waiting runs: 40 would start earlier, 3 at once.` Null when no waiting run would start at another time. */
export function runsSentence({ earlier, later, atOnce, notAtAll }: EffectsView['runs']): string | null {
  const counts = [
    [earlier, 'earlier'],
    [later, 'later'],
    [atOnce, 'at once'],
    [notAtAll, 'only by hand'],
  ] as const;
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, when], i) => `${count.toLocaleString('en')} ${i === 0 ? 'would start ' : ''}${when}`);
  return parts.length === 0 ? null : `Waiting runs: ${parts.join(', ')}.`;
}

/** `Scan start: Manual start → 20:00–07:00 on 112 devices` */
export const valueSentence = ({ setting, from, to, count }: EffectsView['devices']['byValue'][number]): string =>
  `${setting}: ${from} → ${to} on ${formatCount(count, devicesNoun)}`;

/** `Berlin (group Berlin): Additional, by Baseline` */
export const overruledSentence = ({ policy, settings, by }: EffectsView['overruled'][number]): string =>
  `${policy.name} (group ${policy.group.name}): ${settingsGroupLabels[settings]}, by ${by.name}`;

/** Why what an edit would change cannot be said: of a stale one, that another save comes first. */
export function failedSentence(error: Error): string {
  return error instanceof ApiProblem && error.kind === 'revision-changed'
    ? 'Somebody saved meanwhile: what will change is shown once you have seen their changes. Apply shows them.'
    : sentenceOf(error);
}

/** All of it in one line, for a footer: `112 devices · 43 waiting runs`. */
export function effectsSummary({ devices, runs }: EffectsView): string {
  const moved = runs.earlier + runs.later + runs.atOnce + runs.notAtAll;
  return [
    devices.total === 0 ? 'no device affected' : formatCount(devices.total, devicesNoun),
    ...(moved > 0 ? [formatCount(moved, ['waiting run', 'waiting runs'])] : []),
  ].join(' · ');
}
