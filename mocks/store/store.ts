import type { AdministrationGroup, Device } from '#domain/fleet/fleet.ts';
import type { CredentialId, DeviceId } from '#domain/ids.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { SettingChange, SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';
import type { Detection } from '#domain/response/detection.ts';
import type { DurationModel, Run } from '#domain/response/run.ts';
import type { Task } from '#domain/response/task.ts';
import type { ClockState } from '../simulator/clock.ts';

/** Who saved what when: every instant is epoch milliseconds UTC in simulated time. */
export interface Saved {
  readonly revision: number;
  readonly modifiedAtMs: number;
  readonly modifiedBy: string;
}

export type StoredPolicy = Policy & Saved;

/** The local settings of one device; the record exists from the first local save on. */
export interface LocalSettings extends Saved {
  readonly id: DeviceId;
  readonly values: { readonly [G in SettingsGroup]: SettingsValues[G] | null };
}

export interface StoredRevision {
  /** `<object id>.<number>` */
  readonly id: string;
  readonly objectId: string;
  readonly number: number;
  readonly atMs: number;
  readonly by: string;
  readonly changes: readonly SettingChange[];
}

/** The one record about the server itself. */
export interface ServerState {
  readonly id: 'server';
  readonly scenario: string;
  readonly seed: number;
  readonly user: string;
  readonly timeZone: string;
  readonly clock: ClockState;
  /** The credential of the special account, or null when there is no account. */
  readonly account: CredentialId | null;
  readonly durations: DurationModel;
  /** The number of the next detection and its task: ids are readable and never used twice. */
  readonly nextNumber: number;
}

/** What the store holds: one collection a kind of record, each record under its `id`. */
export interface Records {
  groups: AdministrationGroup;
  devices: Device;
  policies: StoredPolicy;
  localSettings: LocalSettings;
  revisions: StoredRevision;
  detections: Detection;
  tasks: Task;
  runs: Run;
  server: ServerState;
}

export const collections = [
  'groups',
  'devices',
  'policies',
  'localSettings',
  'revisions',
  'detections',
  'tasks',
  'runs',
  'server',
] as const satisfies readonly (keyof Records)[];

export type Collection = keyof Records;

/** A whole world: what a scenario makes and what a store is opened with. */
export type World = { readonly [C in Collection]: readonly Records[C][] };

/** Records to put and ids to delete, collection by collection. */
export type Changes = {
  readonly [C in Collection]?: { readonly put?: readonly Records[C][]; readonly remove?: readonly string[] };
};

/** Fields by which a collection can be asked. */
export interface Indexes {
  detections: 'expected';
  devices: 'groupId';
  policies: 'groupId';
  revisions: 'objectId';
  runs: 'taskId' | 'deviceId';
}

/**
 * Where the backend keeps its world. Asynchronous, so that a database on another machine can take its place.
 * `commit` is all or nothing and resolves once the changes are durable; what it rejects was not changed anywhere.
 */
export interface Store {
  readonly persistence: 'indexed-db' | 'memory';
  /** True when data of an unknown version was found and set aside as this store was opened. */
  readonly setAside: boolean;
  get<C extends Collection>(collection: C, id: string): Promise<Records[C] | undefined>;
  all<C extends Collection>(collection: C): Promise<readonly Records[C][]>;
  where<C extends keyof Indexes>(collection: C, field: Indexes[C], value: string): Promise<readonly Records[C][]>;
  commit(changes: Changes): Promise<void>;
  /** Puts another world in place of this one, all or nothing. */
  replace(world: World): Promise<void>;
}
