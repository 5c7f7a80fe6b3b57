import type { Query, QueryClient } from '@tanstack/react-query';
import type { PulseView } from '#contract/pulse.ts';
import type { RecordKind } from '#contract/record-kinds.ts';
import { shownRecords } from '#contract/shown-records.ts';
import { ApiProblem, isTransient } from '#src/shared/api/problem.ts';
import { versionRead } from '#src/shared/api/queries.ts';

/** The key of the pulse's query, apart from the query: what is loaded first refetches it by its key. */
export const pulseKey = ['pulse', {}] as const;

/** A pulse with the version of the store that it shows. */
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

/** Their lists also change as time passes, without a write. */
export const timeDependentKinds: ReadonlySet<RecordKind> = new Set(['tasks', 'runs']);

/** A dry run names the revision that it is based on, so the component that shows it requests the next one. */
export const isDryRun = ([name]: Query['queryKey']): boolean => name === 'dryRun';

/** Minimum time between refetches of a query that the backend failed to answer, in milliseconds. */
const failureBackoffMs = 5_000;

/** The `turns` of the last pulse, per page. */
const lastTurns = new WeakMap<QueryClient, string>();
/** The change for which a query was already refetched: a refused or cancelled query is not refetched until the next change. */
const refetchedUpTo = new WeakMap<Query, string>();

/**
 * Refetches queries that are older than the last change of a kind of record that they show, and those that failed temporarily.
 * A query in flight may be new enough: the next pulse decides.
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

/** The version of the store at which a record of any of these kinds was last written. */
export const lastChangeOf = (kinds: readonly RecordKind[], { lastChanged }: Pick<PulseView, 'lastChanged'>): number =>
  Math.max(...kinds.map((kind) => lastChanged[kind]));

/** Connection failures are refetched with the first pulse that is answered. */
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
