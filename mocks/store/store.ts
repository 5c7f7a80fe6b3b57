import type { Role } from '#contract/rights.ts';
import type { AdministrationGroup, Device } from '#domain/fleet/fleet.ts';
import type { ChangeId, CredentialId, DeviceId, GroupId, UserId } from '#domain/ids.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { SettingChange, SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';
import type { Detection } from '#domain/response/detection.ts';
import type { DurationModel } from '#domain/response/run.ts';
import type { Task } from '#domain/response/task.ts';
import type { PasswordHash } from '../passwords.ts';
import type { Roster } from '../runs/roster.ts';
import type { TaskRuns } from '../runs/task-runs.ts';
import type { ClockState } from '../simulator/clock.ts';

/** Who saved what when: every instant is epoch milliseconds UTC in simulated time. */
export interface Saved {
  readonly revision: number;
  readonly modifiedAtMs: number;
  readonly modifiedBy: string;
}

export type StoredPolicy = Policy & Saved;
export type StoredGroup = AdministrationGroup & Saved;

/** The local settings of one device; the record exists from the first local save on. */
export interface LocalSettings extends Saved {
  readonly id: DeviceId;
  readonly values: { readonly [G in SettingsGroup]: SettingsValues[G] | null };
}

/** What has revisions, with the record that each revision keeps whole. */
export interface Versioned {
  policy: StoredPolicy;
  device: LocalSettings;
  group: StoredGroup;
}

export type ObjectKind = keyof Versioned;

/** The name under which the history of an object is kept: a policy and a group may have the same id. */
export const objectKey = (kind: ObjectKind, id: string): string => `${kind}/${id}`;

/** The id under which one revision of an object is kept. */
export const revisionKey = (kind: ObjectKind, id: string, number: number): string =>
  `${objectKey(kind, id)}.${String(number)}`;

/** One save of an object. */
export interface StoredRevision {
  /** `<object key>.<number>` */
  readonly id: string;
  /** See `objectKey`. */
  readonly object: string;
  readonly number: number;
  readonly atMs: number;
  readonly by: string;
  readonly changes: readonly SettingChange[];
  /** What somebody wrote about it; empty at first. */
  readonly description: string;
  /** The object as it was saved, so that it can be compared and restored. */
  readonly record: Versioned[ObjectKind];
}

/** Whose revision is described, as the audit log names it. */
export interface DescribedObject {
  readonly kind: ObjectKind;
  readonly id: string;
  readonly name: string;
}

/** How one record is put back: as it was before the change, provided that it still is as the change left it. */
export type UndoStep =
  | {
      readonly kind: 'policy';
      readonly id: string;
      readonly before: StoredPolicy | null;
      readonly after: number | null;
    }
  | { readonly kind: 'group'; readonly id: string; readonly before: StoredGroup | null; readonly after: number | null }
  | {
      readonly kind: 'device';
      readonly id: string;
      readonly before: LocalSettings | null;
      readonly after: number | null;
    }
  /** What somebody wrote about a revision. */
  | {
      readonly kind: 'description';
      readonly of: DescribedObject;
      readonly number: number;
      readonly before: string;
      readonly after: string;
    }
  /** Devices that were moved from one group to another. */
  | { readonly kind: 'moved'; readonly devices: readonly DeviceId[]; readonly from: GroupId; readonly to: GroupId }
  /** Devices that came new into a group. */
  | { readonly kind: 'devices-added'; readonly devices: readonly DeviceId[]; readonly to: GroupId }
  | { readonly kind: 'devices-removed'; readonly devices: readonly Device[] }
  /** What changed of devices, each with only that. */
  | { readonly kind: 'devices-edited'; readonly edits: readonly DeviceEdit[] };

/** What differs of a device before and after a change. */
export interface DeviceEdit {
  readonly id: DeviceId;
  readonly before: Partial<DeviceFacts>;
  readonly after: Partial<DeviceFacts>;
}

/** What can be changed of a device: all but who it is. */
export type DeviceFacts = Omit<Device, 'id' | 'name'>;

/** One change of the world by a person: what the audit log lists, and what can be undone as one. */
export interface StoredChange {
  readonly id: ChangeId;
  readonly number: number;
  readonly atMs: number;
  readonly by: string;
  /** What was done, as a sentence begins: *Policy saved*, *Devices moved*. */
  readonly action: string;
  readonly objects: readonly {
    readonly kind: ObjectKind | 'devices' | 'account';
    readonly id: string;
    readonly name: string;
    /** The revision that this change made of it; null where none was made, as by a deletion. */
    readonly revision: number | null;
  }[];
  /** Old and new of each setting, with the name of the object it belongs to. */
  readonly lines: readonly (SettingChange & { readonly object: string })[];
  /** Empty where the change cannot be undone. */
  readonly undo: readonly UndoStep[];
}

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
  'server',
] as const satisfies readonly (keyof Records)[];

export type Collection = keyof Records;

/** A whole world: what a scenario makes and what a store is opened with. */
export type World = { readonly [C in Collection]: readonly Records[C][] };

/** A world with nothing in it: what others are written upon, so that a new kind of record concerns none of them. */
export const nothing: World = {
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
 * Where the backend keeps its world. Asynchronous, so that a database on another machine can take its place.
 * `commit` is all or nothing and resolves once the changes are durable; what it rejects was not changed anywhere.
 */
export interface Store {
  readonly persistence: 'indexed-db' | 'memory';
  /** True when data of an unknown version was found and set aside as this store was opened. */
  readonly setAside: boolean;
  /** How often this store was written to since it was opened: as long as it is the same, so is all that it holds. */
  version(): Promise<number>;
  get<C extends Collection>(collection: C, id: string): Promise<Records[C] | undefined>;
  /** Every record of a collection: the very same array as long as nothing in it has changed. */
  all<C extends Collection>(collection: C): Promise<readonly Records[C][]>;
  where<C extends keyof Indexes>(collection: C, field: Indexes[C], value: string): Promise<readonly Records[C][]>;
  commit(changes: Changes): Promise<void>;
  /** Puts another world in place of this one, all or nothing. */
  replace(world: World): Promise<void>;
}
