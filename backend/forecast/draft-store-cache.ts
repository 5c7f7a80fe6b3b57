import type { DryRun } from '#contract/effects.ts';
import type { Store } from '#backend/ports/store.ts';
import type { RequestContext } from '../request-context.ts';
import { createOverlayStore } from '../adapters/overlay-store.ts';

/** Executes a write by its name in the given context. */
export type ExecuteWrite = (context: RequestContext, write: DryRun) => Promise<unknown>;

interface CachedDraft {
  readonly key: string;
  readonly version: number;
  readonly store: Store;
}

const cache = new WeakMap<Store, readonly CachedDraft[]>();

/** The size of the LRU cache of each store. */
const maxCached = 4;

/**
 * The request context in the world after a draft's write, which is executed on an overlay store. The last few overlay
 * stores are cached until the next commit, so that paging through runs does not execute the write again. The user is part
 * of the key because a write records its author.
 * @throws Problem as the write itself does
 */
export async function draftContext(
  context: RequestContext,
  write: DryRun,
  carryOut: ExecuteWrite,
): Promise<RequestContext> {
  const key = JSON.stringify([context.user.id, write]);
  const version = await context.store.version();
  const known = (cache.get(context.store) ?? []).filter((each) => each.version === version);
  const found = known.find((each) => each.key === key) ?? {
    key,
    version,
    store: await storeAfter(context, write, carryOut),
  };
  cache.set(context.store, [found, ...known.filter((each) => each !== found)].slice(0, maxCached));
  return { ...context, store: found.store };
}

async function storeAfter(context: RequestContext, write: DryRun, carryOut: ExecuteWrite): Promise<Store> {
  const store = createOverlayStore(context.store);
  await carryOut({ ...context, store }, write);
  return store;
}
