import type { Changes, Collection, Records, Store } from '../store/store.ts';

/**
 * The store as it will be once `changes` are committed, for reading only: a rule can be asked about tomorrow's world
 * before it is written. Policies and local settings are what it shows; the rest is as stored.
 */
export function withChanges(store: Store, changes: Changes): Store {
  const all = async <C extends Collection>(collection: C): Promise<readonly Records[C][]> => {
    const { put = [], remove = [] } = changes[collection] ?? {};
    const gone = new Set<string>([...remove, ...put.map((record) => record.id)]);
    return [...(await store.all(collection)).filter((record) => !gone.has(record.id)), ...put];
  };
  return {
    ...store,
    all,
    get: async (collection, id) => (await all(collection)).find((record) => record.id === id),
    commit: () => Promise.reject(new Error('A staged store is for reading')),
  };
}
