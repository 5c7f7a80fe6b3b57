import type { DryRun } from '#contract/effects.ts';
import type { Store } from '#backend/ports/store.ts';
import { contextOnOverlay, contextUnderLock, type RequestContext } from '../request-context.ts';

/** Executes a command by the name of its operation, on the context that it is given. */
export type ExecuteCommand = (context: RequestContext, write: DryRun) => Promise<unknown>;

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
  executeCommand: ExecuteCommand,
): Promise<RequestContext> {
  const key = JSON.stringify([context.user.id, write]);
  const version = await context.store.version();
  const known = (cache.get(context.store) ?? []).filter((each) => each.version === version);
  const found = known.find((each) => each.key === key) ?? {
    key,
    version,
    store: await storeAfter(context, write, executeCommand),
  };
  cache.set(context.store, [found, ...known.filter((each) => each !== found)].slice(0, maxCached));
  return contextUnderLock({ ...context, store: found.store });
}

async function storeAfter(context: RequestContext, write: DryRun, executeCommand: ExecuteCommand): Promise<Store> {
  const draft = contextOnOverlay(context);
  await executeCommand(draft, write);
  return draft.store;
}
