import { mergeCommits } from '#backend/ports/merge-commits.ts';
import type { Changes, Collection, Indexes, Records, Store, World } from '../ports/store.ts';
import { createOverlayStore } from '../ports/overlay-store.ts';

/**
 * Everything that one request writes, as one commit. `store` reads as if it had been made; `commit` makes it, together with
 * `also`. Where the request fails before that, nothing was written.
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
      over = createOverlayStore(worldStore(next, beneath));
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

/** Reads a world that takes the place of a store's once it is committed; nothing is written to it directly. */
const worldStore = (world: World, beneath: Store): Store => ({
  ...{ persistence: beneath.persistence, fallbackReason: beneath.fallbackReason, setAside: false, damaged: [] },
  version: () => beneath.version(),
  versions: () => beneath.versions(),
  get: <C extends Collection>(collection: C, id: string) => {
    const records: readonly Records[C][] = world[collection];
    return Promise.resolve(records.find((record) => record.id === id));
  },
  all: (collection) => Promise.resolve(world[collection]),
  where: <C extends keyof Indexes>(collection: C, field: Indexes[C], value: string) => {
    const records: readonly Records[C][] = world[collection];
    return Promise.resolve(records.filter((record) => String(Reflect.get(record, field)) === value));
  },
  commit: () => Promise.reject(new Error('A world is committed by its unit of work')),
  replace: () => Promise.reject(new Error('A world is committed by its unit of work')),
});
