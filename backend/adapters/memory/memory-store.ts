import {
  collections,
  type Changes,
  type Collection,
  type DamagedRecord,
  type Discard,
  type Records,
  type Store,
  type MemoryFallbackReason,
  type World,
} from '#backend/ports/store.ts';

type Tables = { [C in Collection]: Map<string, Records[C]> };

/** What a durable store does before memory changes; what it rejects changes nothing. */
export interface Durability {
  commit(changes: Changes): Promise<void>;
  replace(world: World, changes: Changes): Promise<void>;
  /** See `Store.prepare`. */
  prepare?(changes: Changes, pause: () => Promise<void>): Promise<Discard>;
  /** Why what was committed last is in memory only; null when the disk has it. */
  readonly unstored: MemoryFallbackReason;
}

export const noOpPersistence: Durability = {
  commit: () => Promise.resolve(),
  replace: () => Promise.resolve(),
  unstored: null,
};

interface Options {
  readonly durability?: Durability;
  readonly persistence?: Store['persistence'];
  readonly setAside?: boolean;
  readonly damaged?: Store['damaged'];
}

/** The store in memory; with `durability`, written through before an answer is given. */
export function createMemoryStore(
  world: World,
  { durability = noOpPersistence, persistence = 'memory', setAside = false, damaged: found = [] }: Options = {},
): Store {
  let tables = tablesOf(world);
  let version = 0;
  let damaged = found;
  const versions = initialVersions();
  /** Made when a field is asked by for the first time: a world that is opened waits for none. */
  const indexes: Index[] = [];
  /** What `all` answers, made once for as long as nothing in the collection changes. */
  const listed = new Map<Collection, readonly Records[Collection][]>();

  function indexBy(collection: Collection, field: string): Index {
    const known = indexes.find((index) => index.collection === collection && index.field === field);
    if (known) return known;
    const index: Index = { collection, field, byValue: new Map() };
    for (const record of tables[collection].values()) updateIndex(index, undefined, record);
    indexes.push(index);
    return index;
  }

  function apply<C extends Collection>(collection: C, change: NonNullable<Changes[C]>) {
    const table = tables[collection];
    const concerned = indexes.filter((index) => index.collection === collection);
    if ((change.remove ?? []).length + (change.put ?? []).length === 0) return;
    listed.delete(collection);
    versions[collection] = version;
    for (const id of change.remove ?? []) {
      for (const index of concerned) updateIndex(index, table.get(id), undefined);
      table.delete(id);
    }
    for (const record of change.put ?? []) {
      for (const index of concerned) updateIndex(index, table.get(record.id), record);
      table.set(record.id, record);
    }
  }

  function applyAll(changes: Changes) {
    for (const collection of collections) {
      const change = changes[collection];
      if (change) apply(collection, change);
    }
    if (damaged.length > 0) damaged = damaged.filter((record) => !isReplaced(record, changes));
  }

  function list<C extends Collection>(collection: C): readonly Records[C][] {
    // Filled below from the collection's own table.
    const known = listed.get(collection) as readonly Records[C][] | undefined;
    const records = known ?? [...tables[collection].values()];
    listed.set(collection, records);
    return records;
  }

  return {
    get persistence() {
      return durability.unstored === null ? persistence : 'memory';
    },
    setAside,
    get damaged() {
      return damaged;
    },
    get fallbackReason() {
      return durability.unstored;
    },
    get: (collection, id) => Promise.resolve(tables[collection].get(id)),
    version: () => Promise.resolve(version),
    versions: () => Promise.resolve({ ...versions }),
    all: (collection) => Promise.resolve(list(collection)),
    where: (collection, field, value) => {
      const ids = indexBy(collection, field).byValue.get(value) ?? [];
      return Promise.resolve([...ids].map((id) => tables[collection].get(id)).filter((record) => record !== undefined));
    },
    async commit(changes) {
      await durability.commit(changes);
      version += 1;
      applyAll(changes);
    },
    prepare: (changes, pause) => durability.prepare?.(changes, pause) ?? Promise.resolve(nothingToDiscard),
    async replace(next, changes = {}) {
      await durability.replace(next, changes);
      version += 1;
      tables = tablesOf(next);
      damaged = [];
      listed.clear();
      indexes.length = 0;
      for (const collection of collections) versions[collection] = version;
      applyAll(changes);
    },
  };
}

const nothingToDiscard = () => Promise.resolve();

/** Whether a commit writes or removes the record of that id. */
const isReplaced = ({ collection, id }: DamagedRecord, changes: Changes): boolean =>
  id !== null &&
  ((changes[collection]?.remove ?? []).includes(id) ||
    (changes[collection]?.put ?? []).some((record: { readonly id: string }) => record.id === id));

/** The ids of the records that have a value in a field. */
interface Index {
  readonly collection: Collection;
  readonly field: string;
  readonly byValue: Map<string, Set<string>>;
}

/** Notes that a record was put in place of another, or was removed. */
function updateIndex(
  { field, byValue }: Index,
  before: IdentifiedRecord | undefined,
  after: IdentifiedRecord | undefined,
) {
  const [old, value] = [before, after].map((record) => record && String(Reflect.get(record, field)));
  if (old === value) return;
  if (before && old !== undefined) byValue.get(old)?.delete(before.id);
  if (!after || value === undefined) return;
  const ids = byValue.get(value);
  if (ids) ids.add(after.id);
  else byValue.set(value, new Set([after.id]));
}

type IdentifiedRecord = object & { readonly id: string };

const initialVersions = (): Record<Collection, number> => ({
  groups: 0,
  devices: 0,
  policies: 0,
  localSettings: 0,
  revisions: 0,
  changes: 0,
  detections: 0,
  tasks: 0,
  runs: 0,
  rosters: 0,
  answers: 0,
  server: 0,
});

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
    answers: table('answers'),
    server: table('server'),
  };
}
