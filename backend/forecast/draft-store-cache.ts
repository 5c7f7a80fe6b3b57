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

/** So many drafts of one store are kept: those that were query about last. */
const maxCached = 4;

/**
 * The backend in the staged world after a write that was not made. The world of the last few drafts is kept until anything
 * is committed, so that a page of its runs tries no write again. Whoever tries it is part of the draft: a write says who
 * made it.
 * @throws Problem whatever the write is refused with
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
