import { mergeCommits } from '#backend/ports/merge-commits.ts';
import { createMemoryStore } from '../adapters/memory/memory-store.ts';
import type { Changes, Store, World } from '../ports/store.ts';
import { createOverlayStore } from '../ports/overlay-store.ts';

/**
 * Everything that one request writes, as one commit: `store` reads as if it had been made, and `commit` makes it, with
 * what is to be kept beside it. Where the request fails before, nothing was written.
 */
export function createUnitOfWork(beneath: Store): { store: Store; commit: (also: Changes) => Promise<void> } {
  let over = createOverlayStore(beneath);
  let world: World | null = null;
  let commits: Changes[] = [];
  const store: Store = {
    persistence: beneath.persistence,
    fallbackReason: beneath.fallbackReason,
    setAside: beneath.setAside,
    damaged: beneath.damaged,
    version: () => over.version(),
    versions: () => over.versions(),
    get: (collection, id) => over.get(collection, id),
    all: (collection) => over.all(collection),
    where: (collection, field, value) => over.where(collection, field, value),
    commit(changes) {
      commits.push(changes);
      return over.commit(changes);
    },
    replace(next, changes = {}) {
      world = next;
      commits = [changes];
      over = createOverlayStore(createMemoryStore(next));
      return over.commit(changes);
    },
  };
  return {
    store,
    async commit(also) {
      if (world) {
        await beneath.replace(world, mergeCommits([...commits, also]));
        return;
      }
      const [only, ...more] = [...commits, ...(Object.keys(also).length > 0 ? [also] : [])];
      if (only) await beneath.commit(more.length === 0 ? only : mergeCommits([only, ...more]));
    },
  };
}
