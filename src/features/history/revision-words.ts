import type { RevisionView } from '#contract/history.ts';
import type { CallInput } from '#src/shared/api/client.ts';

/** The object that a history tells of. */
export type VersionedObject = NonNullable<CallInput<'history'>['params']>;

/** What a setting became: *Name: Labs → Optics*, or only the new word where there was none before. */
export const changeWords = ({ setting, from, to }: RevisionView['changes'][number]): string =>
  `${setting}: ${from === '' ? to : `${from} → ${to || 'none'}`}`;

/** The two ticked revisions, the older one first; null unless two of those that are there are ticked. */
export function pairToCompare(
  rows: readonly Pick<RevisionView, 'number'>[],
  ticked: ReadonlySet<string>,
): { readonly from: number; readonly to: number } | null {
  const [newer, older, ...more] = rows.filter(({ number }) => ticked.has(String(number)));
  return newer && older && more.length === 0 ? { from: older.number, to: newer.number } : null;
}

/** Why a revision cannot be ticked, as a sentence: two are compared, not three. Null when it can. */
export const whyNotTicked = (ticked: ReadonlySet<string>, number: number): string | null =>
  ticked.size < 2 || ticked.has(String(number)) ? null : 'Two revisions are compared: untick one first.';
