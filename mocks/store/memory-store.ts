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
  runs: ['taskId', 'deviceId'],
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
  let indexes: Index[] = [];
  /** What `all` answers, made once for as long as nothing in the collection changes. */
  const listed = new Map<Collection, readonly Records[Collection][]>();
  reindex();

  function reindex() {
    indexes = collections.filter(isIndexed).flatMap((collection) =>
      indexed[collection].map((field) => {
        const index: Index = { collection, field, byValue: new Map() };
        for (const record of tables[collection].values()) note(index, record, 'add');
        return index;
      }),
    );
  }

  function reindexed(collection: Collection, record: object & { id: string }, change: 'add' | 'delete') {
    for (const index of indexes) if (index.collection === collection) note(index, record, change);
  }

  function apply<C extends Collection>(collection: C, change: NonNullable<Changes[C]>) {
    const table = tables[collection];
    listed.delete(collection);
    for (const id of change.remove ?? []) {
      const before = table.get(id);
      if (before) reindexed(collection, before, 'delete');
      table.delete(id);
    }
    for (const record of change.put ?? []) {
      const before = table.get(record.id);
      if (before) reindexed(collection, before, 'delete');
      table.set(record.id, record);
      reindexed(collection, record, 'add');
    }
  }

  function list<C extends Collection>(collection: C): readonly Records[C][] {
    // Filled below from the collection's own table.
    const known = listed.get(collection) as readonly Records[C][] | undefined;
    const records = known ?? [...tables[collection].values()];
    listed.set(collection, records);
    return records;
  }

  return {
    persistence,
    setAside,
    get: (collection, id) => Promise.resolve(tables[collection].get(id)),
    all: (collection) => Promise.resolve(list(collection)),
    where: (collection, field, value) => {
      const ids =
        indexes.find((index) => index.collection === collection && index.field === field)?.byValue.get(value) ?? [];
      return Promise.resolve([...ids].map((id) => tables[collection].get(id)).filter((record) => record !== undefined));
    },
    async commit(changes) {
      await durability.commit(changes);
      for (const collection of collections) {
        const change = changes[collection];
        if (change) apply(collection, change);
      }
    },
    async replace(next) {
      await durability.replace(next);
      tables = tablesOf(next);
      listed.clear();
      reindex();
    },
  };
}

/** The ids of the records that have a value in a field. */
interface Index {
  readonly collection: Collection;
  readonly field: string;
  readonly byValue: Map<string, Set<string>>;
}

function note({ field, byValue }: Index, record: object & { id: string }, change: 'add' | 'delete') {
  const value = String(Reflect.get(record, field));
  let ids = byValue.get(value);
  if (!ids) byValue.set(value, (ids = new Set()));
  ids[change](record.id);
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
    server: table('server'),
  };
}
