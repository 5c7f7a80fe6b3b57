import type { ExplanationView } from '#contract/explanations.ts';
import { settingLabels, settingsGroupLabels } from '#domain/policy/settings.ts';

type Explained = Pick<ExplanationView, 'settings' | 'lines' | 'sentence'>;

/** Which setting of a group stands for it in the first line: the one people ask about. */
const mainSetting: Readonly<Record<ExplanationView['settings'], string>> = {
  actions: settingLabels.enabled,
  authentication: settingLabels.password,
  additional: settingLabels.start,
};

/** The setting that was asked about, where it is one of those explained; null for the whole group. */
export const requestedSetting = ({ lines }: Pick<Explained, 'lines'>, name: string | undefined): string | null =>
  lines.find(({ setting }) => setting === name)?.setting ?? null;

/**
 * The answer in one sentence, in two parts: the value, and who decided it.
 * A scan start speaks for itself; of the others the setting is named.
 *
 * @param requested the one setting that was asked about, or null for the whole group
 * @example `20:00–07:00` and `locked by policy Baseline of group Managed devices`; `Response actions on` and `set on the device`
 */
export function explanationSummary(
  { settings, lines, sentence }: Explained,
  requested: string | null = null,
): { value: string; by: string } {
  const setting = requested ?? mainSetting[settings];
  const value = lines.find((line) => line.setting === setting)?.value ?? 'nothing';
  return { value: setting === settingLabels.start ? value : `${setting} ${value}`, by: sentence };
}

/** Whose revision it is that decided. */
export const deciderName = ({ source }: Pick<ExplanationView, 'source'>): string =>
  source.kind === 'policy' ? source.policy.name : 'Set on the device';

/** Under one lock there is one answer: said where one value was asked about. Null where the group has one value only. */
export function sharedLockNote({ settings, lines }: Pick<Explained, 'settings' | 'lines'>): string | null {
  const words = lines.length === 2 ? 'Both settings' : `All ${String(lines.length)} settings`;
  return lines.length < 2 ? null : `${words} of ${settingsGroupLabels[settings]} share one lock, and so one answer.`;
}
