import type { Backend } from '../request-context.ts';
import { save, workOut, write, type Intent } from './apply-change.ts';

/** What somebody else wrote meanwhile makes worthless what was worked out. */
class OutOfDate extends Error {
  override readonly name = 'OutOfDate';
}

/** How often a change is worked out beside others before it is worked out while they wait. */
const mostTries = 3;

/**
 * Saves a change that takes long to work out, for a request that is answered alongside others: it is worked out while
 * they are answered, and written in one short turn if nobody has written since; otherwise it is worked out anew. It is one
 * change all the same, and what it rests on is the world that it is written to.
 * @param make reads the world and says what to save; it may be called several times
 * @returns what `make` said beside: the answer to the request
 */
export async function savedBesideOthers<T>(
  backend: Backend,
  make: (own: Backend) => Promise<{ readonly intent: Intent; readonly value: T }>,
): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const version = await backend.store.version();
    try {
      return await savedIfUnchanged(backend, version, make);
    } catch (error) {
      // Read while others wrote, the world may hang together nowhere: only in one that stood still an error counts.
      if (!(error instanceof OutOfDate) && (await backend.store.version()) === version) throw error;
    }
  }
  return backend.inTurn(async (own) => {
    const { intent, value } = await make(own);
    await save(own, intent);
    return value;
  });
}

async function savedIfUnchanged<T>(
  backend: Backend,
  version: number,
  make: (own: Backend) => Promise<{ readonly intent: Intent; readonly value: T }>,
): Promise<T> {
  const { intent, value } = await make(backend);
  const pause = () => backend.job.step(1, 1);
  const change = await workOut(backend, intent, pause);
  const discard = change && (await backend.store.prepare?.(change.changes, pause));
  const isOutOfDate = async (own: Backend) => (await own.store.version()) !== version;
  try {
    return await backend.inTurn(async (own) => {
      if (await isOutOfDate(own)) throw new OutOfDate();
      if (change) await write(own, change, { replans: (intent.devices?.edit ?? []).length > 0 });
      return value;
    });
  } catch (error) {
    // Only then it is certain that the commit was not tried.
    if (error instanceof OutOfDate) await discard?.();
    throw error;
  }
}
