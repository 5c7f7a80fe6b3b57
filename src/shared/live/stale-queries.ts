import type { Query, QueryClient } from '@tanstack/react-query';
import type { PulseView } from '#contract/pulse.ts';
import type { RecordKind } from '#contract/record-kinds.ts';
import { shownRecords } from '#contract/shown-records.ts';
import { ApiProblem, isTransient } from '#src/shared/api/problem.ts';
import { versionRead } from '#src/shared/api/queries.ts';

/** A pulse with the version of the store that it was read from. */
export interface VersionedPulse extends PulseView {
  readonly version: string;
}

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** The kinds of record that the screen shows, where these are fewer than the answer is made of. */
      readonly shows?: readonly RecordKind[];
    };
  }
}

/** Lists of them change by time alone too. */
export const timeDependentKinds: ReadonlySet<RecordKind> = new Set(['tasks', 'runs']);

/** A dry run names the revision that it is based on: whoever shows it asks again, once it is known to be the last one. */
export const isDryRun = ([name]: Query['queryKey']): boolean => name === 'dryRun';

/** How long a query whose answer was a failure of the backend is left alone, in milliseconds. */
const failureBackoffMs = 5_000;

/** The turns of the last pulse of each page. */
const lastTurns = new WeakMap<QueryClient, string>();
/** Up to which change a query was asked again already: what was refused, or cancelled, stays so until the next change. */
const refetchedUpTo = new WeakMap<Query, string>();

/**
 * Asks again for what is out of date by a pulse: what was read before the last change of a kind of record that it shows,
 * and what failed in passing. What is on its way already may be new enough: the next pulse will tell.
 */
export function refreshStale(client: QueryClient, pulse: VersionedPulse): void {
  const turned = lastTurns.get(client) !== pulse.turns;
  lastTurns.set(client, pulse.turns);
  const all = client.getQueryCache().findAll({ predicate: wasAnswered });
  const stale = new Set(all.filter((query) => isStale(query, pulse, turned)));
  if (stale.size > 0) void client.invalidateQueries({ predicate: (query) => stale.has(query) });
}

const wasAnswered = ({ state }: Query): boolean => state.fetchStatus === 'idle' && state.status !== 'pending';

function isStale(query: Query, { version, lastChanged }: VersionedPulse, turned: boolean): boolean {
  const kinds = kindsOf(query);
  if (kinds.length === 0) return false;
  if (failedTemporarily(query)) return true;
  if (isDryRun(query.queryKey)) return false;
  if (turned && kinds.some((kind) => timeDependentKinds.has(kind))) return true;
  const upTo = `${openingOf(version)}.${String(lastChangeOf(kinds, { lastChanged }))}`;
  if (wasReadSince(query, upTo) || refetchedUpTo.get(query) === upTo) return false;
  refetchedUpTo.set(query, upTo);
  return true;
}

/** When a record of any of these kinds was last written, as a version of the store. */
export const lastChangeOf = (kinds: readonly RecordKind[], { lastChanged }: Pick<PulseView, 'lastChanged'>): number =>
  Math.max(...kinds.map((kind) => lastChanged[kind]));

/** Once the backend answers again, so does what was not answered while it did not. */
function failedTemporarily({ state: { error, errorUpdatedAt } }: Query): boolean {
  if (!(error instanceof ApiProblem) || !isTransient(error)) return false;
  return error.kind === 'connection' || Date.now() - errorUpdatedAt >= failureBackoffMs;
}

/** The kinds of record that a query shows; none where it is read once for something that is about to be done. */
export function kindsOf({ queryKey: [name], meta }: Query): readonly RecordKind[] {
  return meta?.shows ?? Object.entries(shownRecords).find(([operation]) => operation === name)?.[1] ?? [];
}

/** Whether a query's answer shows a version of the store, or a later one of the same opening. */
export function wasReadSince(query: Query, version: string): boolean {
  const read = versionRead(query) ?? '';
  return openingOf(read) === openingOf(version) && numberOf(read) >= numberOf(version);
}

const openingOf = (version: string): string => version.split('.')[0] ?? '';
const numberOf = (version: string): number => Number(version.split('.')[1] ?? -1);
