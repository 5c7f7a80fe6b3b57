import type { Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import type { SettingChange } from '#domain/policy/setting-words.ts';
import {
  objectKey,
  revisionKey,
  type DescribedObject,
  type LocalSettings,
  type ObjectKind,
  type Saved,
  type StoredChange,
  type StoredRevision,
  type UndoStep,
  type Versioned,
} from '../ports/history-records.ts';
import type { Changes, Store, StoredGroup, StoredPolicy } from '../ports/store.ts';
import { groupChanges, localSettingsChanges, policyChanges } from '../records/change-descriptions.ts';

/** One object's share of a change: what is written, what the audit log says of it, its revision, and the way back. */
export interface RecordChange {
  readonly writes: Changes;
  readonly subject: StoredChange['objects'][number];
  readonly lines: StoredChange['lines'];
  readonly revision: StoredRevision | null;
  readonly undo: UndoStep;
}

/** Objects of one kind to save and to delete. */
export interface RecordWrites<T> {
  readonly put?: readonly T[];
  readonly remove?: readonly T[];
}

type Stamp = Pick<Saved, 'modifiedAtMs' | 'modifiedBy'>;

/** Saves and deletions of policies; one that differs in nothing is left out. */
export async function policyRecordChanges(
  store: Store,
  { put = [], remove = [] }: RecordWrites<StoredPolicy>,
  stamp: Stamp,
) {
  const saved = await Promise.all(
    put.map(async (policy): Promise<RecordChange[]> => {
      const before = (await store.get('policies', policy.id)) ?? null;
      const lines = before
        ? [...policyChanges(before, policy), ...(await groupChangeLines(store, before, policy))]
        : [];
      if (before && lines.length === 0) return [];
      const record = { ...policy, ...stamp, revision: await nextRevision(store, 'policy', policy.id, before) };
      return [
        {
          writes: { policies: { put: [record] } },
          ...describedSave('policy', record, record.name, before ? lines : [createdLine('Policy')]),
          undo: { kind: 'policy', id: record.id, before, after: record.revision },
        },
      ];
    }),
  );
  const deleted = remove.map((policy): RecordChange => ({
    writes: { policies: { remove: [policy.id] } },
    ...describedDeletion('policy', policy, policy.name, 'Policy'),
    undo: { kind: 'policy', id: policy.id, before: policy, after: null },
  }));
  return [...saved.flat(), ...deleted];
}

/** Saves and deletions of administration groups. */
export async function groupRecordChanges(
  store: Store,
  { put = [], remove = [] }: RecordWrites<StoredGroup>,
  stamp: Stamp,
) {
  const nameOf = async (id: GroupId | null) => (id === null ? '' : ((await store.get('groups', id))?.name ?? id));
  const described = async (group: StoredGroup) => ({ name: group.name, parent: await nameOf(group.parentId) });
  const saved = await Promise.all(
    put.map(async (group): Promise<RecordChange[]> => {
      const before = (await store.get('groups', group.id)) ?? null;
      const lines = before ? groupChanges(await described(before), await described(group)) : [];
      if (before && lines.length === 0) return [];
      const record = { ...group, ...stamp, revision: await nextRevision(store, 'group', group.id, before) };
      return [
        {
          writes: { groups: { put: [record] } },
          ...describedSave('group', record, record.name, before ? lines : [createdLine('Administration group')]),
          undo: { kind: 'group', id: record.id, before, after: record.revision },
        },
      ];
    }),
  );
  const deleted = remove.map((group): RecordChange => ({
    writes: { groups: { remove: [group.id] } },
    ...describedDeletion('group', group, group.name, 'Administration group'),
    undo: { kind: 'group', id: group.id, before: group, after: null },
  }));
  return [...saved.flat(), ...deleted];
}

/** Saves of the local settings of devices. */
export async function localSettingsRecordChanges(
  store: Store,
  { put = [] }: RecordWrites<LocalSettings>,
  stamp: Stamp,
): Promise<RecordChange[]> {
  const saved = await Promise.all(
    put.map(async (local): Promise<RecordChange[]> => {
      const before = (await store.get('localSettings', local.id)) ?? null;
      const lines = localSettingsChanges(before?.values ?? null, local.values);
      if (lines.length === 0) return [];
      const record = { ...local, ...stamp, revision: await nextRevision(store, 'device', local.id, before) };
      const name = (await store.get('devices', local.id))?.name ?? local.id;
      return [
        {
          writes: { localSettings: { put: [record] } },
          ...describedSave('device', record, name, lines),
          undo: { kind: 'device', id: record.id, before, after: record.revision },
        },
      ];
    }),
  );
  return saved.flat();
}

/**
 * Devices that change their group, one part for each pair of a former group and a new one.
 * @param arriving groups that are saved in the same step
 */
export async function deviceMoveChanges(
  store: Store,
  moved: readonly Device[],
  arriving: readonly StoredGroup[],
): Promise<Omit<RecordChange, 'revision'>[]> {
  const moves = new Map<string, { devices: Device[]; from: GroupId; to: GroupId }>();
  for (const device of moved) {
    const from = (await store.get('devices', device.id))?.groupId ?? device.groupId;
    if (from === device.groupId) continue;
    const key = `${from} ${device.groupId}`;
    const move = moves.get(key) ?? { devices: [], from, to: device.groupId };
    moves.set(key, move);
    move.devices.push(device);
  }
  const nameOf = async (id: GroupId) =>
    (arriving.find((group) => group.id === id) ?? (await store.get('groups', id)))?.name ?? id;
  return Promise.all(
    [...moves.values()].map(async ({ devices, from, to }) => {
      const name = devices.length === 1 ? (devices[0]?.name ?? '') : `${String(devices.length)} devices`;
      const line = { setting: 'Group', from: await nameOf(from), to: await nameOf(to) };
      return {
        writes: { devices: { put: devices } },
        subject: { kind: 'devices', id: to, name, revision: null },
        lines: [{ ...line, object: devices.map((device) => device.name).join(', ') }],
        undo: { kind: 'moved', devices: devices.map(({ id }) => id), from, to },
      };
    }),
  );
}

/** A description to keep with a revision. */
export interface RevisionDescription {
  readonly of: DescribedObject;
  readonly revision: StoredRevision;
  readonly text: string;
}

/** Descriptions of revisions: the object itself gets no new one. */
export function descriptionRecordChanges(descriptions: readonly RevisionDescription[]): RecordChange[] {
  return descriptions
    .filter(({ revision, text }) => revision.description !== text)
    .map(({ of, revision, text }) => {
      const { number, description } = revision;
      return {
        writes: {},
        subject: { ...of, revision: null },
        lines: [{ object: of.name, setting: `Description of revision ${String(number)}`, from: description, to: text }],
        revision: { ...revision, description: text },
        undo: { kind: 'description', of, number, before: description, after: text },
      };
    });
}

/** All writes of several parts as one. */
export function mergedWrites(parts: readonly Pick<RecordChange, 'writes'>[]): Changes {
  const all = parts.map((part) => part.writes);
  return {
    policies: mergeCollection(all.map((writes) => writes.policies)),
    groups: mergeCollection(all.map((writes) => writes.groups)),
    localSettings: mergeCollection(all.map((writes) => writes.localSettings)),
    devices: mergeCollection(all.map((writes) => writes.devices)),
  };
}

function mergeCollection<T>(changes: readonly ({ put?: readonly T[]; remove?: readonly string[] } | undefined)[]) {
  return {
    put: changes.flatMap((change) => change?.put ?? []),
    remove: changes.flatMap((change) => change?.remove ?? []),
  };
}

async function groupChangeLines(store: Store, before: StoredPolicy, after: StoredPolicy): Promise<SettingChange[]> {
  if (before.groupId === after.groupId) return [];
  const nameOf = async (id: GroupId) => (await store.get('groups', id))?.name ?? id;
  return [{ setting: 'Group', from: await nameOf(before.groupId), to: await nameOf(after.groupId) }];
}

const createdLine = (what: string): SettingChange => ({ setting: what, from: '', to: 'created' });

function describedSave<K extends ObjectKind>(
  kind: K,
  record: Versioned[K],
  name: string,
  lines: readonly SettingChange[],
): Pick<RecordChange, 'subject' | 'lines' | 'revision'> {
  return {
    subject: { kind, id: record.id, name, revision: record.revision },
    lines: lines.map((line) => ({ ...line, object: name })),
    revision: revisionOf(kind, record, lines),
  };
}

function describedDeletion(
  kind: ObjectKind,
  record: Versioned[ObjectKind],
  name: string,
  what: string,
): Pick<RecordChange, 'subject' | 'lines' | 'revision'> {
  return {
    subject: { kind, id: record.id, name, revision: null },
    lines: [{ object: name, setting: what, from: name, to: 'deleted' }],
    revision: null,
  };
}

/** The number of an object's next revision: numbers go on where they stopped, even after a deletion that was undone. */
async function nextRevision(store: Store, kind: ObjectKind, id: string, current: Saved | null): Promise<number> {
  const stored = await store.where('revisions', 'object', objectKey(kind, id));
  return Math.max(current?.revision ?? 0, ...stored.map(({ number }) => number)) + 1;
}

/** The revision that a save makes of an object; the record keeps its number, when, and by whom. */
export function revisionOf<K extends ObjectKind>(
  kind: K,
  record: Versioned[K],
  changes: readonly SettingChange[],
): StoredRevision {
  return {
    id: revisionKey(kind, record.id, record.revision),
    object: objectKey(kind, record.id),
    number: record.revision,
    atMs: record.modifiedAtMs,
    by: record.modifiedBy,
    changes,
    description: '',
    record,
  };
}
