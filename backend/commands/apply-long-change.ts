import type { RequestContext } from '../request-context.ts';
import { applyChange, prepareChange, commitChange, type ChangeRequest } from './apply-change.ts';

/** What somebody else wrote meanwhile makes worthless what was worked out. */
class StaleWorldError extends Error {
  override readonly name = 'OutOfDate';
}

/** How often a change is worked out beside others before it is worked out while they wait. */
const maxUnlockedAttempts = 3;

/**
 * Saves a change that takes long to work out, for a request that is answered alongside others: it is worked out while
 * they are answered, and written in one short turn if nobody has written since; otherwise it is worked out anew. It is one
 * change all the same, and what it rests on is the world that it is written to.
 * @param make reads the world and says what to save; it may be called several times
 * @returns what `make` said beside: the answer to the request
 */
export async function applyLongChange<T>(
  context: RequestContext,
  make: (locked: RequestContext) => Promise<{ readonly intent: ChangeRequest; readonly value: T }>,
): Promise<T> {
  for (let tries = 0; tries < maxUnlockedAttempts; tries += 1) {
    const version = await context.store.version();
    try {
      return await applyIfUnchanged(context, version, make);
    } catch (error) {
      // Read while others wrote, the world may hang together nowhere: only in one that stood still an error counts.
      if (!(error instanceof StaleWorldError) && (await context.store.version()) === version) throw error;
    }
  }
  return context.withLock(async (locked) => {
    const { intent, value } = await make(locked);
    await applyChange(locked, intent);
    return value;
  });
}

async function applyIfUnchanged<T>(
  context: RequestContext,
  version: number,
  make: (locked: RequestContext) => Promise<{ readonly intent: ChangeRequest; readonly value: T }>,
): Promise<T> {
  const { intent, value } = await make(context);
  const pause = () => context.job.step(1, 1);
  const change = await prepareChange(context, intent, pause);
  const discard = change && (await context.store.prepare?.(change.changes, pause));
  const isStale = async (locked: RequestContext) => (await locked.store.version()) !== version;
  try {
    return await context.withLock(async (locked) => {
      if (await isStale(locked)) throw new StaleWorldError();
      if (change) await commitChange(locked, change, { replans: (intent.devices?.edit ?? []).length > 0 });
      return value;
    });
  } catch (error) {
    // Only this error proves that the commit was not tried.
    if (error instanceof StaleWorldError) await discard?.();
    throw error;
  }
}
