import type { AdministrationGroup, Device } from '#domain/fleet/fleet.ts';
import type { ChangeId, DeviceId, GroupId } from '#domain/ids.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { SettingChange } from '#domain/policy/setting-words.ts';
import type { SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';

/** Who saved what when: every instant is epoch milliseconds UTC in simulated time. */
export interface Saved {
  readonly revision: number;
  readonly modifiedAtMs: number;
  readonly modifiedBy: string;
}

/** What a record says of its saves before the first one, which stamps it. */
export const unsaved: Saved = { revision: 0, modifiedAtMs: 0, modifiedBy: '' };

/** The local settings of one device; the record exists from the first local save on. */
export interface LocalSettings extends Saved {
  readonly id: DeviceId;
  readonly values: { readonly [G in SettingsGroup]: SettingsValues[G] | null };
}

/** What has revisions, with the record that each revision keeps whole. */
export interface Versioned {
  policy: Policy & Saved;
  device: LocalSettings;
  group: AdministrationGroup & Saved;
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
      readonly [K in ObjectKind]: {
        readonly kind: K;
        readonly id: string;
        readonly before: Versioned[K] | null;
        /** The revision that the change made; null where it deleted the object. */
        readonly after: number | null;
      };
    }[ObjectKind]
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
