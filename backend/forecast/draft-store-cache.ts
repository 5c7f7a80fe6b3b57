import type { DryRun } from '#contract/effects.ts';
import type { Store } from '#backend/ports/store.ts';
import { contextOnOverlay, contextUnderLock, type RequestContext } from '../request-context.ts';

/** Executes a command by the name of its operation, on the context that it is given. */
export type ExecuteCommand = (context: RequestContext, write: DryRun) => Promise<unknown>;

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
  executeCommand: ExecuteCommand,
): Promise<RequestContext> {
  const asked = JSON.stringify([context.user.id, write]);
  const version = await context.store.version();
  const known = (kept.get(context.store) ?? []).filter((each) => each.version === version);
  const found = known.find((each) => each.asked === asked) ?? {
    asked,
    version,
    store: await tried(context, write, executeCommand),
  };
  kept.set(context.store, [found, ...known.filter((each) => each !== found)].slice(0, mostKept));
  return contextUnderLock({ ...context, store: found.store });
}

async function tried(context: RequestContext, write: DryRun, executeCommand: ExecuteCommand): Promise<Store> {
  const drafted = contextOnOverlay(context);
  await executeCommand(drafted, write);
  return drafted.store;
}
