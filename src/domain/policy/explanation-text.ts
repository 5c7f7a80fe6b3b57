import { sentenceOfSource, type NamedSource } from './explain.ts';
import type { Explanation, PolicyEntry } from './explanation.ts';
import { policyStatusLabels, type Hierarchy, type Policy } from './policy.ts';
import type { Source } from './effective-setting.ts';
import { describeValue } from './setting-words.ts';
import { lockLabels, settingsGroupLabels, type SettingsGroup, type SettingsValues } from './settings.ts';

/** A source with the name of its policy's group, as `sentenceOfSource` names it. */
export function namedSource(hierarchy: Hierarchy, source: Source): NamedSource {
  if (source.kind !== 'policy') return source;
  const { name, groupId } = source.policy;
  return { ...source, policy: { name, group: { name: hierarchy.groups.get(groupId)?.name ?? groupId } } };
}

/** Who saved what when: `revision 2, saved by M. Admin at 2026-11-24T19:05:09+01:00`, or that it is not saved. */
export interface Evidence {
  readonly ofPolicy: (policy: Policy) => string;
  /** Null where nothing is set on the device. */
  readonly onDevice: string | null;
  /** The instant at which the explanation holds, with its zone. */
  readonly asOf: string;
}

/**
 * An explanation as plain text of several lines, for copying: the value in force, who decided, then level by level what is
 * said there, who saved that and when, and why it counts or does not.
 * @param subject the name of the device or the policy
 * @param evidence what the text names beside the explanation itself
 */
export function explanationText<G extends SettingsGroup>(
  hierarchy: Hierarchy,
  { group, value, source, levels, device, byDefault, notes }: Explanation<G>,
  subject: string,
  evidence: Evidence,
): string {
  const valueText = (v: SettingsValues[G] | null) =>
    v === null
      ? ''
      : describeValue(group, v)
          .map(([setting, words]) => `${setting}: ${words}`)
          .join('; ');
  const verdict = (outcome: string, because: string) => `${outcome === 'wins' ? 'Wins' : 'Lost'}: ${because}`;
  const entry = ({ policy, lock, value: v, outcome, because }: PolicyEntry<G>) =>
    `  ${policy.name} (${policyStatusLabels[policy.status]}, ${lockLabels[lock]}; ${evidence.ofPolicy(policy)}): ${valueText(v)}. ${verdict(outcome, because)}`;
  const decidedIn = source.kind === 'policy' ? evidence.ofPolicy(source.policy) : evidence.onDevice;
  return [
    `${settingsGroupLabels[group]}: ${subject}`,
    ...describeValue(group, value).map(([setting, words]) => `${setting}: ${words}`),
    `Decided: ${sentenceOfSource(namedSource(hierarchy, source))}.`,
    ...(source.kind === 'default' || decidedIn === null ? [] : [`Decided in: ${decidedIn}.`]),
    `As of ${evidence.asOf}.`,
    ...notes,
    '',
    ...levels.flatMap((level) => [
      level.group.name,
      ...(level.entries.length === 0 ? ['  No policy here.'] : level.entries.map(entry)),
    ]),
    ...(device === null
      ? []
      : [
          evidence.onDevice === null ? 'On the device' : `On the device (${evidence.onDevice})`,
          device.value === null
            ? `  ${device.because}`
            : `  ${valueText(device.value)}. ${verdict(device.outcome, device.because)}`,
        ]),
    'Application default',
    `  ${valueText(byDefault.value)}. ${verdict(byDefault.outcome, byDefault.because)}`,
  ].join('\n');
}
