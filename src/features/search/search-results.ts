import { z } from 'zod';
import type { SearchResult } from '#contract/search.ts';
import { deviceIdSchema, groupIdSchema, policyIdSchema, taskIdSchema } from '#domain/ids.ts';
import { searchSettings, type FoundSetting, type Owner } from './settings-search.ts';

const common = { name: z.string(), groupId: groupIdSchema, path: z.array(z.string()) };

/** A place one can go to, with the path of its group from *Managed devices* down. */
const foundObjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), id: groupIdSchema, ...common }),
  z.object({ kind: z.literal('device'), id: deviceIdSchema, ...common }),
  z.object({ kind: z.literal('policy'), id: policyIdSchema, ...common }),
  z.object({ kind: z.literal('task'), id: taskIdSchema, ...common }),
]);
export type FoundObject = z.infer<typeof foundObjectSchema>;

/** Something to do, named as its button is elsewhere. */
export interface Action {
  readonly name: string;
  /** Why the person signed in may not do it; null when they may. */
  readonly whyNot: string | null;
  readonly run: () => void;
}

export type Entry =
  | { readonly key: string; readonly kind: 'place'; readonly place: FoundObject; readonly recent: boolean }
  | { readonly key: string; readonly kind: 'setting'; readonly found: FoundSetting }
  | { readonly key: string; readonly kind: 'action'; readonly action: Action };

/** Entries of one kind under their label, as the list shows them. */
export interface Section {
  readonly label: string;
  readonly entries: readonly Entry[];
}

const keyOf = ({ kind, id }: Pick<FoundObject, 'kind' | 'id'>) => `${kind}-${id}`;
const objectEntry = (place: FoundObject, recent = false): Entry => ({
  key: keyOf(place),
  kind: 'place',
  place,
  recent,
});
const settingEntry = (found: FoundSetting): Entry => ({
  key: `setting-${found.setting.id}-${found.owner.id}`,
  kind: 'setting',
  found,
});
const actionEntry = (action: Action): Entry => ({
  key: `action-${action.name.toLowerCase().replace(/[^a-z]+/g, '-')}`,
  kind: 'action',
  action,
});

/** What is listed while nothing is typed: where one was last, and everything that can be done. */
export const defaultSections = (recent: readonly FoundObject[], actions: readonly Action[]): Section[] =>
  withoutEmpty([
    { label: 'Recent', entries: recent.map((place) => objectEntry(place, true)) },
    { label: 'Actions', entries: actions.map(actionEntry) },
  ]);

/** What can be found beside what the backend finds. */
export interface SearchContext {
  readonly actions: readonly Action[];
  /** Whose settings are at hand. */
  readonly owners: readonly Owner[];
}

/**
 * What is listed for a text: places by kind, with the number of all where not all are shown, then the settings at hand
 * and the actions that match.
 */
export function resultSections(
  found: SearchResult | undefined,
  { actions, owners }: SearchContext,
  text: string,
): Section[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  const matching = actions.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const label = (kind: string, { rows, total }: { rows: readonly unknown[]; total: number }) =>
    total > rows.length ? `${kind}, the first ${String(rows.length)} of ${total.toLocaleString('en')}` : kind;
  const places = found
    ? [
        {
          label: label('Groups', found.groups),
          // The path of a group that is found ends above it: its own name stands beside it already.
          entries: found.groups.rows.map(({ id, name, path }) =>
            objectEntry({ kind: 'group', id, name, groupId: id, path: path.slice(0, -1) }),
          ),
        },
        {
          label: label('Devices', found.devices),
          entries: found.devices.rows.map(({ id, name, group, path }) =>
            objectEntry({ kind: 'device', id, name, groupId: group.id, path }),
          ),
        },
        {
          label: label('Policies', found.policies),
          entries: found.policies.rows.map(({ id, name, group, path }) =>
            objectEntry({ kind: 'policy', id, name, groupId: group.id, path }),
          ),
        },
        {
          label: label('Tasks', found.tasks),
          entries: found.tasks.rows.map(({ id, name, group, path }) =>
            objectEntry({ kind: 'task', id, name, groupId: group.id, path }),
          ),
        },
      ]
    : [];
  return withoutEmpty([
    ...places,
    { label: 'Settings', entries: searchSettings(owners, words).map(settingEntry) },
    { label: 'Actions', entries: matching.map(actionEntry) },
  ]);
}

/**
 * What of an answer to an earlier text answers this one too, for as long as its own is on its way: Enter must never lead to
 * a place that is not named as was typed.
 */
export function filterPreviousResults(found: SearchResult, text: string): SearchResult {
  const wanted = text.trim().toLowerCase();
  const left = <Row extends { readonly name: string }>({ rows }: { readonly rows: readonly Row[] }) => {
    const named = rows.filter(({ name }) => name.toLowerCase().includes(wanted));
    return { rows: named, total: named.length };
  };
  return {
    groups: left(found.groups),
    devices: left(found.devices),
    policies: left(found.policies),
    tasks: left(found.tasks),
  };
}

const withoutEmpty = (sections: readonly Section[]) => sections.filter(({ entries }) => entries.length > 0);

const maxRecent = 8;

/** The places one was at, the newest first, each once. */
export const addRecent = (recent: readonly FoundObject[], place: FoundObject): FoundObject[] =>
  [place, ...removeRecent(recent, place)].slice(0, maxRecent);

/** The places but one. */
export const removeRecent = (recent: readonly FoundObject[], place: Pick<FoundObject, 'kind' | 'id'>): FoundObject[] =>
  recent.filter((other) => keyOf(other) !== keyOf(place));

/** What this browser remembered as recent places; nothing when it cannot be read. */
export function parseRecent(text: string): FoundObject[] {
  try {
    return z.array(foundObjectSchema).catch([]).parse(JSON.parse(text));
  } catch {
    return [];
  }
}
