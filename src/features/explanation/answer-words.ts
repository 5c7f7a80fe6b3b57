import type { ExplanationView } from '#contract/explanations.ts';

type Explained = Pick<ExplanationView, 'settings' | 'lines' | 'sentence'>;

/** Which setting of a group stands for it in the first line: the one people ask about. */
const asked: Readonly<Record<ExplanationView['settings'], string>> = {
  actions: 'Response actions',
  authentication: 'Account password',
  additional: 'Scan start',
};

/**
 * The answer in one sentence, in two parts: the value, and who decided it.
 * A scan start speaks for itself; of the others the setting is named.
 *
 * @example `20:00–07:00` and `locked by policy Baseline of group Managed devices`; `Response actions on` and `set on the device`
 */
export function answerOf({ settings, lines, sentence }: Explained): { value: string; by: string } {
  const setting = asked[settings];
  const value = lines.find((line) => line.setting === setting)?.value ?? 'nothing';
  return { value: settings === 'additional' ? value : `${setting} ${value}`, by: sentence };
}
