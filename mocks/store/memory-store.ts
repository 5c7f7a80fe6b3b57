import {
  collections,
  type Changes,
  type Collection,
  type Indexes,
  type Records,
  type Store,
  type World,
} from './store.ts';

type Tables = { [C in Collection]: Map<string, Records[C]> };

const indexed: { readonly [C in keyof Indexes]: readonly Indexes[C][] } = {
  detections: ['expected'],
  devices: ['groupId'],
  policies: ['groupId'],
  revisions: ['object'],
};

/** What a durable store does before memory changes; what it rejects changes nothing. */
export interface Durability {
  commit(changes: Changes): Promise<void>;
  replace(world: World): Promise<void>;
}

const volatile: Durability = { commit: () => Promise.resolve(), replace: () => Promise.resolve() };

interface Options {
  readonly durability?: Durability;
  readonly persistence?: Store['persistence'];
  readonly setAside?: boolean;
}

/** The store in memory; with `durability`, written through before an answer is given. */
export function createMemoryStore(
  world: World,
  { durability = volatile, persistence = 'memory', setAside = false }: Options = {},
): Store {
  let tables = tablesOf(world);
  let indexes = new Map<string, Map<string, Set<string>>>();
  let lists: { [C in Collection]?: readonly Records[C][] } = {};
  let version = 0;
  reindex();

  function reindex() {
    indexes = new Map();
    for (const collection of collections.filter(isIndexed)) {
      for (const record of tables[collection].values()) index(collection, record, 'add');
    }
  }

  function index(collection: Collection, record: object & { id: string }, change: 'add' | 'delete') {
    if (!isIndexed(collection)) return;
    for (const field of indexed[collection]) {
      const name = `${collection}.${field}`;
      const byValue = indexes.get(name) ?? new Map<string, Set<string>>();
      indexes.set(name, byValue);
      const value = String(Reflect.get(record, field));
      const ids = byValue.get(value) ?? new Set<string>();
      byValue.set(value, ids);
      ids[change](record.id);
    }
  }

  function listOf<C extends Collection>(collection: C): readonly Records[C][] {
    const known: { [K in C]?: readonly Records[K][] } = lists;
    const list = known[collection] ?? [...tables[collection].values()];
    known[collection] = list;
    return list;
  }

  function apply<C extends Collection>(collection: C, change: NonNullable<Changes[C]>) {
    const table = tables[collection];
    if ((change.put ?? []).length + (change.remove ?? []).length > 0) lists = { ...lists, [collection]: undefined };
    for (const id of change.remove ?? []) {
      const before = table.get(id);
      if (before) index(collection, before, 'delete');
      table.delete(id);
    }
    for (const record of change.put ?? []) {
      const before = table.get(record.id);
      if (before) index(collection, before, 'delete');
      table.set(record.id, record);
      index(collection, record, 'add');
    }
  }

  return {
    persistence,
    setAside,
    get: (collection, id) => Promise.resolve(tables[collection].get(id)),
    version: () => Promise.resolve(version),
    all: (collection) => Promise.resolve(listOf(collection)),
    where: (collection, field, value) => {
      const ids = indexes.get(`${collection}.${field}`)?.get(value) ?? [];
      return Promise.resolve([...ids].map((id) => tables[collection].get(id)).filter((record) => record !== undefined));
    },
    async commit(changes) {
      await durability.commit(changes);
      for (const collection of collections) {
        const change = changes[collection];
        if (change) apply(collection, change);
      }
      version += 1;
    },
    async replace(next) {
      await durability.replace(next);
      tables = tablesOf(next);
      lists = {};
      version += 1;
      reindex();
    },
  };
}

function isIndexed(collection: Collection): collection is keyof Indexes {
  return collection in indexed;
}

function tablesOf(world: World): Tables {
  const table = <C extends Collection>(collection: C) =>
    new Map<string, Records[C]>(world[collection].map((record) => [record.id, record]));
  return {
    groups: table('groups'),
    devices: table('devices'),
    policies: table('policies'),
    localSettings: table('localSettings'),
    revisions: table('revisions'),
    changes: table('changes'),
    detections: table('detections'),
    tasks: table('tasks'),
    runs: table('runs'),
    rosters: table('rosters'),
    server: table('server'),
  };
}
