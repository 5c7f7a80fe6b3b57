import { operations } from '#contract/operations.ts';
import { policyFileSchema, type PolicyFile } from '#contract/policy-file.ts';
import type { FieldError } from '#contract/problem.ts';
import { describeValue } from '#domain/policy/setting-words.ts';
import { lockLabels, settingsGroupLabels } from '#domain/policy/settings.ts';

/** The maximum size of a policy file, in KiB: the limit of the backend. */
export const maxFileKiB = operations.importPolicy.maxBodyKiB;

/** A parsed policy file, or all errors. An error about the whole file has an empty path. */
export type ReadFile =
  | { readonly kind: 'policy'; readonly file: PolicyFile }
  | { readonly kind: 'refused'; readonly reasons: readonly FieldError[] };

/** Parses an exported policy; errors have paths. */
export function readPolicyFile(text: string): ReadFile {
  if (text.length > maxFileKiB * 1024) return refusedWhole(`The file is larger than ${String(maxFileKiB)} KiB.`);
  const json = jsonOf(text);
  if (json === undefined) return refusedWhole('The file is not JSON: it was not exported from here, or it is cut.');
  const parsed = policyFileSchema.safeParse(json, {
    error: ({ input }) => (input === undefined ? 'This is missing.' : undefined),
  });
  if (parsed.success) return { kind: 'policy', file: parsed.data };
  const foreign = parsed.error.issues.find(({ path }) => path.join() === 'format');
  // Of a file that is something else altogether, nothing more is to be said.
  if (foreign) return { kind: 'refused', reasons: [{ path: 'format', message: foreign.message }] };
  return {
    kind: 'refused',
    reasons: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join(' › '), message })),
  };
}

/** The settings of a file in words, a line for each. */
export function fileLines({ inherit, force, settings }: PolicyFile): string[] {
  const yesNo = (on: boolean) => (on ? 'yes' : 'no');
  const group = (name: keyof PolicyFile['settings'], values: readonly (readonly [string, string])[]) => [
    `${settingsGroupLabels[name]}: ${lockLabels[settings[name].lock]}`,
    ...values.map(([setting, value]) => `${setting}: ${value}`),
  ];
  return [
    `Inherit settings from parent policy: ${yesNo(inherit)}`,
    `Force inheritance of settings in child policies: ${yesNo(force)}`,
    ...group('actions', describeValue('actions', settings.actions.value)),
    ...group('authentication', [['Account password', 'never in a file']]),
    ...group('additional', describeValue('additional', settings.additional.value)),
  ];
}

/** The name under which a policy is saved as a file: a slash in its name would be a folder. */
export const fileNameOf = (name: string): string => `${name.replaceAll('/', '-')}.policy.json`;

const refusedWhole = (message: string): ReadFile => ({ kind: 'refused', reasons: [{ path: '', message }] });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
