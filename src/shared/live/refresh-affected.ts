import type { Query, QueryClient } from '@tanstack/react-query';
import { affectedKinds, type ObjectKind } from '#contract/affected-records.ts';
import type { OperationName } from '#contract/operations.ts';
import { recordKinds } from '#contract/record-kinds.ts';
import { loadedOperation } from '#src/shared/api/client.ts';
import { isDryRun, pulseKey, timeDependentKinds, kindsOf, wasReadSince } from './stale-queries.ts';

/** What is known of a write. */
export interface Write {
  /** The version of the store that the write made: what was read since is not read again. Left out after a refusal. */
  readonly version?: string;
  /** The kinds of object it was about, for a write whose effect depends on them. */
  readonly objects?: readonly ObjectKind[];
  /** Whether the object of a query was deleted by the write: the page that is left may still show it. */
  readonly isDeleted?: (query: Query) => boolean;
}

const never = () => false;

/**
 * Reads again what a write affects, among what is on the screen; the rest is marked stale. After a refusal the same is read,
 * so that a second try is based on what is stored now.
 *
 * Lists that time alone changes too are left to a pulse, which is requested at once: it says which runs have started by
 * then, so that the next one finds nothing new.
 */
export async function refreshAffected(client: QueryClient, name: OperationName, write: Write = {}): Promise<void> {
  const { version = '', objects, isDeleted = never } = write;
  const row = loadedOperation(name);
  const affected = row ? affectedKinds(row.affects, objects) : new Set(recordKinds);
  const changesRuns = [...timeDependentKinds].some((kind) => affected.has(kind));
  const isAffected = (query: Query): boolean => {
    if (isDryRun(query.queryKey) || isDeleted(query)) return false;
    const kinds = kindsOf(query);
    if (changesRuns && kinds.some((kind) => timeDependentKinds.has(kind))) return false;
    return kinds.some((kind) => affected.has(kind)) && !(version !== '' && wasReadSince(query, version));
  };
  await Promise.all([
    client.invalidateQueries({ predicate: isAffected }),
    changesRuns && client.refetchQueries({ queryKey: pulseKey }),
  ]);
}
