import type { ChangeView } from '#contract/changes.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

type Line = ChangeView['lines'][number];

/** One setting's change: *Scan start: Manual start → 20:00–07:00*; a created or removed value has one side only. */
export function lineWords({ setting, from, to }: Pick<Line, 'setting' | 'from' | 'to'>): string {
  if (from === '') return `${setting}: ${to}`;
  if (to === '') return `${setting}: ${from} → nothing`;
  return `${setting}: ${from} → ${to}`;
}

/** All changes of an entry on one line, with object names if there are several objects. */
export function changesWords({ lines, objects }: Pick<ChangeView, 'lines' | 'objects'>): string {
  return lines.map((line) => (objects.length > 1 ? `${line.object}: ${lineWords(line)}` : lineWords(line))).join('; ');
}

/** The objects of an entry: up to two names, otherwise the first and the number of others. */
export function objectsWords({ objects }: Pick<ChangeView, 'objects'>): string {
  const [first, second, ...more] = objects.map(({ name }) => name);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return more.length === 0
    ? `${first}, ${second}`
    : `${first} and ${formatCount(more.length + 1, ['other', 'others'])}`;
}

/** The revisions created by an entry, in the order of its objects. */
export const revisionsWords = ({ objects }: Pick<ChangeView, 'objects'>): string =>
  objects.flatMap(({ revision }) => (revision === null ? [] : [String(revision)])).join(', ');

/** The effect of undoing a change: *Scan start back to Manual start*. */
export function putBackWords({ setting, from, to }: Pick<Line, 'setting' | 'from' | 'to'>): string {
  return from === '' ? `${setting}: ${to} is taken back` : `${setting} back to ${from}`;
}
