import type { DryRun } from '#contract/effects.ts';
import type { Store } from '#backend/ports/store.ts';
import type { RequestContext } from '../request-context.ts';
import { createOverlayStore } from '../ports/overlay-store.ts';

/** How a write is carried out by its name, with the backend it is given. */
export type CarryOut = (context: RequestContext, write: DryRun) => Promise<unknown>;

interface Kept {
  readonly asked: string;
  readonly version: number;
  readonly store: Store;
}

const kept = new WeakMap<Store, readonly Kept[]>();

/** So many drafts of one store are kept: those that were asked about last. */
const mostKept = 4;

/**
 * The backend in the staged world after a write that was not made. The world of the last few drafts is kept until anything
 * is committed, so that a page of its runs tries no write again. Whoever tries it is part of the draft: a write says who
 * made it.
 * @throws Problem whatever the write is refused with
 */
export async function draftedBackend(
  context: RequestContext,
  write: DryRun,
  carryOut: CarryOut,
): Promise<RequestContext> {
  const asked = JSON.stringify([context.user.id, write]);
  const version = await context.store.version();
  const known = (kept.get(context.store) ?? []).filter((each) => each.version === version);
  const found = known.find((each) => each.asked === asked) ?? {
    asked,
    version,
    store: await tried(context, write, carryOut),
  };
  kept.set(context.store, [found, ...known.filter((each) => each !== found)].slice(0, mostKept));
  return { ...context, store: found.store };
}

async function tried(context: RequestContext, write: DryRun, carryOut: CarryOut): Promise<Store> {
  const store = createOverlayStore(context.store);
  await carryOut({ ...context, store }, write);
  return store;
}
