import { sentenceOfSource, type NamedSource } from './explain.ts';
import type { Explanation, PolicyEntry } from './explanation.ts';
import { policyStatusLabels, type Hierarchy } from './policy.ts';
import type { Source } from './effective-setting.ts';
import { describeValue } from './setting-words.ts';
import { lockLabels, settingsGroupLabels, type SettingsGroup, type SettingsValues } from './settings.ts';

/** A source with the name of its policy's group, as `sentenceOfSource` names it. */
export function namedSource(hierarchy: Hierarchy, source: Source): NamedSource {
  if (source.kind !== 'policy') return source;
  const { name, groupId } = source.policy;
  return { ...source, policy: { name, group: { name: hierarchy.groups.get(groupId)?.name ?? groupId } } };
}

/**
 * An explanation as plain text of several lines, for screen readers and for copying: the value in force, who decided,
 * then level by level what is said there and why it counts or does not.
 * @param subject the name of the device or the policy
 */
export function explanationText<G extends SettingsGroup>(
  hierarchy: Hierarchy,
  { group, value, source, levels, device, byDefault, notes }: Explanation<G>,
  subject: string,
): string {
  const said = (v: SettingsValues[G] | null) =>
    v === null
      ? ''
      : describeValue(group, v)
          .map(([setting, words]) => `${setting}: ${words}`)
          .join('; ');
  const verdict = (outcome: string, because: string) => `${outcome === 'wins' ? 'Wins' : 'Lost'}: ${because}`;
  const entry = ({ policy, lock, value: v, outcome, because }: PolicyEntry<G>) =>
    `  ${policy.name} (${policyStatusLabels[policy.status]}, ${lockLabels[lock]}): ${said(v)}. ${verdict(outcome, because)}`;
  return [
    `${settingsGroupLabels[group]}: ${subject}`,
    ...describeValue(group, value).map(([setting, words]) => `${setting}: ${words}`),
    `Decided: ${sentenceOfSource(namedSource(hierarchy, source))}.`,
    ...notes,
    '',
    ...levels.flatMap((level) => [
      level.group.name,
      ...(level.entries.length === 0 ? ['  No policy here.'] : level.entries.map(entry)),
    ]),
    ...(device === null
      ? []
      : [
          'On the device',
          device.value === null
            ? `  ${device.because}`
            : `  ${said(device.value)}. ${verdict(device.outcome, device.because)}`,
        ]),
    'Application default',
    `  ${said(byDefault.value)}. ${verdict(byDefault.outcome, byDefault.because)}`,
  ].join('\n');
}
