import type { Role } from '#contract/rights.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { CredentialId, UserId } from '#domain/ids.ts';
import type { Detection } from '#domain/response/detection.ts';
import type { DurationModel } from '#domain/response/run.ts';
import type { Task } from '#domain/response/task.ts';
import type { PasswordHash } from './passwords.ts';
import type { Roster, TaskRuns } from './run-records.ts';
import type { LocalSettings, StoredChange, StoredRevision, Versioned } from './history-records.ts';

export type StoredPolicy = Versioned['policy'];
export type StoredGroup = Versioned['group'];

/** The special account of the server. Its credential stands for its password wherever that is set. */
export interface Account extends PasswordHash {
  readonly credential: CredentialId;
  readonly createdAtMs: number;
  readonly createdBy: string;
}

/** What a credential is held against: the account's, or null when there is no account. */
export const credentialOf = ({ account }: Pick<ServerState, 'account'>): CredentialId | null =>
  account?.credential ?? null;

/** Who may sign in, by the name that the audit log keeps. */
export interface User {
  readonly id: UserId;
  readonly name: string;
  readonly role: Role;
}

/** The one record about the server itself. */
export interface ServerState {
  readonly id: 'server';
  readonly scenario: string;
  readonly seed: number;
  /** Who may sign in; the first is who is signed in at first. */
  readonly users: readonly User[];
  readonly timeZone: string;
  readonly clock: ClockState;
  /** The special account, or null when there is none. */
  readonly account: Account | null;
  readonly durations: DurationModel;
  /** The number of the next detection and its task: ids are readable and never used twice. */
  readonly nextNumber: number;
  /** The number of the next change by a person. */
  readonly nextChange: number;
}

/** The answer to a write that named a key: whoever sends the same write again gets it instead of doing it twice. */
export interface StoredAnswer {
  /** The key. */
  readonly id: string;
  /** Stands for all that was asked, so that another request under the same key is told from a repeat. */
  readonly asked: string | PasswordHash;
  /** When it was given: epoch milliseconds UTC in real time. */
  readonly atMs: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the store holds: one collection a kind of record, each record under its `id`. */
export interface Records {
  groups: StoredGroup;
  devices: Device;
  policies: StoredPolicy;
  localSettings: LocalSettings;
  revisions: StoredRevision;
  changes: StoredChange;
  detections: Detection;
  tasks: Task;
  /** One record a task, under the task's id. */
  runs: TaskRuns;
  rosters: Roster;
  answers: StoredAnswer;
  server: ServerState;
}

export const collections = [
  'groups',
  'devices',
  'policies',
  'localSettings',
  'revisions',
  'changes',
  'detections',
  'tasks',
  'runs',
  'rosters',
  'answers',
  'server',
] as const satisfies readonly (keyof Records)[];

export type Collection = keyof Records;

export type Versions = Readonly<Record<Collection, number>>;

/** A whole world: what a scenario makes and what a store is opened with. */
export type World = { readonly [C in Collection]: readonly Records[C][] };

/** A world with nothing in it: what others are written upon, so that a new kind of record concerns none of them. */
export const noRecords: World = {
  groups: [],
  devices: [],
  policies: [],
  localSettings: [],
  revisions: [],
  changes: [],
  detections: [],
  tasks: [],
  runs: [],
  rosters: [],
  answers: [],
  server: [],
};

/** Records to put and ids to delete, collection by collection. */
export type Changes = {
  readonly [C in Collection]?: { readonly put?: readonly Records[C][]; readonly remove?: readonly string[] };
};

/** Fields by which a collection can be asked. */
export interface Indexes {
  detections: 'expected';
  devices: 'groupId';
  policies: 'groupId';
  revisions: 'object';
}

/**
 * Why a world lives in memory. After `full` and `refused`, the next commit tries the disk again. `replaced`: another world was
 * begun in its place, after the data of the site was cleared.
 */
export type MemoryFallbackReason = 'full' | 'refused' | 'replaced' | 'unavailable' | 'not-answering' | null;

/** A record that was read from the disk and could not be used as it is. Nothing of it is deleted there. */
export interface DamagedRecord {
  readonly collection: Collection;
  /** Its id and its name, as far as they can be read. */
  readonly id: string | null;
  readonly name: string | null;
  /** What is wrong, by the place in the record; an empty place is the record itself. */
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  /** What is used instead, as a sentence. */
  readonly instead: string;
  /** As it was read. */
  readonly record: unknown;
}

/** Gives up what was prepared for a commit: for whoever knows that it was not tried, and will not be. */
export type Discard = () => Promise<void>;

/**
 * Where the backend keeps its world. Asynchronous, so that a database on another machine can take its place.
 * `commit` is all or nothing and resolves once the changes are durable; what it rejects was not changed anywhere.
 */
export interface Store {
  /** Where what is written last lies: in memory too while the disk takes nothing. */
  readonly persistence: 'indexed-db' | 'memory';
  /** Why the world lives in memory: the disk is full, refuses, does not answer, or could not be opened at all; null while it does not. */
  readonly fallbackReason: MemoryFallbackReason;
  /** True when data of an unknown version was found and set aside as this store was opened. */
  readonly setAside: boolean;
  /** What could not be read of what was kept, until something else is written in its place. */
  readonly damaged: readonly DamagedRecord[];
  /** How often this store was written to since it was opened: as long as it is the same, so is all that it holds. */
  version(): Promise<number>;
  /** The `version()` at which something in each collection was last put or removed; 0 where nothing was. */
  versions(): Promise<Versions>;
  get<C extends Collection>(collection: C, id: string): Promise<Records[C] | undefined>;
  /** Every record of a collection: the very same array as long as nothing in it has changed. */
  all<C extends Collection>(collection: C): Promise<readonly Records[C][]>;
  where<C extends keyof Indexes>(collection: C, field: Indexes[C], value: string): Promise<readonly Records[C][]>;
  commit(changes: Changes): Promise<void>;
  /**
   * Does beforehand, in small parts, what a later commit of these very arrays of records would have to do at once. It changes
   * nothing that is read, and nothing that is kept: not before the commit, and not if that never comes.
   * @param pause called between the parts; where it throws, nothing was prepared
   */
  prepare?(changes: Changes, pause: () => Promise<void>): Promise<Discard>;
  /** Puts another world in place of this one, with what is changed in it at once, all or nothing. */
  replace(world: World, changes?: Changes): Promise<void>;
}

/** The stored state of the simulated clock: at the real instant `realMs` it showed `simulatedMs`. Epoch milliseconds UTC. */
export interface ClockState {
  readonly realMs: number;
  readonly simulatedMs: number;
  readonly rate: 1 | 60 | 3600;
  readonly paused: boolean;
}
