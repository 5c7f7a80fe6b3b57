import type { Changes, Collection, Records, Store } from './store.ts';

/**
 * A store whose commits go nowhere: it reads as if they had been made, so that tomorrow's world can be asked about before
 * it is written. Everything else is read from the store beneath.
 */
export function createOverlayStore(store: Store): Store {
  const written = new Map<Collection, Map<string, Records[Collection] | null>>();
  /** What was committed and nobody has read yet: a large commit that is only handed on costs nothing here. */
  let unread: Changes[] = [];
  let commits = 0;
  const over = <C extends Collection>(collection: C) => {
    for (const changes of unread) {
      const change = changes[collection];
      if (change) apply(collection, change);
    }
    unread = unread.flatMap((changes) => {
      const others = Object.entries(changes).filter(([name]) => name !== collection);
      return others.length === 0 ? [] : [Object.fromEntries(others)];
    });
    // Each collection's own map holds that collection's records only: `apply` is the one place that writes.
    return (written.get(collection) ?? new Map<string, never>()) as ReadonlyMap<string, Records[C] | null>;
  };

  const apply = <C extends Collection>(collection: C, { put = [], remove = [] }: NonNullable<Changes[C]>) => {
    const records = written.get(collection) ?? new Map<string, Records[Collection] | null>();
    for (const id of remove) records.set(id, null);
    for (const record of put) records.set(record.id, record);
    written.set(collection, records);
  };

  const merged = <C extends Collection>(collection: C, beneath: readonly Records[C][]): readonly Records[C][] => {
    const changed = over(collection);
    if (changed.size === 0) return beneath;
    const replaced = new Set<string>();
    const records: Records[C][] = [];
    for (const record of beneath) {
      const now = changed.get(record.id);
      if (now !== undefined) replaced.add(record.id);
      if (now !== null) records.push(now ?? record);
    }
    for (const [id, record] of changed) if (record !== null && !replaced.has(id)) records.push(record);
    return records;
  };

  return {
    persistence: store.persistence,
    fallbackReason: store.fallbackReason,
    setAside: store.setAside,
    damaged: store.damaged,
    version: async () => (await store.version()) + commits,
    // Only whoever asks from outside wants to know what changed, and a staged world is never seen from there.
    versions: () => store.versions(),
    async get(collection, id) {
      const now = over(collection).get(id);
      return now === undefined ? store.get(collection, id) : (now ?? undefined);
    },
    all: async (collection) => merged(collection, await store.all(collection)),
    where: async (collection, field, value) =>
      merged(collection, await store.where(collection, field, value)).filter(
        (record) => String(Reflect.get(record, field)) === value,
      ),
    commit(changes) {
      commits += 1;
      unread.push(changes);
      return Promise.resolve();
    },
    replace: () => Promise.reject(new Error('A staged world cannot be replaced')),
  };
}
