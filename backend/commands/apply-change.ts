import type { Device } from '#domain/fleet/fleet.ts';
import { changeIdSchema, type ChangeId } from '#domain/ids.ts';
import type { SettingChange } from '#domain/policy/setting-words.ts';
import type { LocalSettings, StoredChange } from '../ports/history-records.ts';
import type { Changes, ServerState, StoredGroup, StoredPolicy } from '../ports/store.ts';
import { fleetOf, nowOf, serverOf, type Backend } from '../request-context.ts';
import {
  descriptionParts,
  groupParts,
  localParts,
  moveParts,
  policyParts,
  writesOf,
  type Description,
  type Wanted,
} from './record-changes.ts';
import { deviceParts, type DeviceWrites } from './device-changes.ts';
import { refuseBroken } from './integrity.ts';
import { newId } from './new-id.ts';
import { runsToReplan } from './replanning.ts';
import { staged } from '../adapters/overlay-store.ts';

/** What a service wants to write. Revision, instant and author of the records are stamped by `save`. */
export interface Intent {
  /** What is done, as a sentence begins: *Policy saved*. */
  readonly action: string;
  readonly policies?: Wanted<StoredPolicy>;
  readonly groups?: Wanted<StoredGroup>;
  readonly local?: Wanted<LocalSettings>;
  /** Devices that change their group. */
  readonly moved?: readonly Device[];
  /** Devices that are new, that change otherwise, or go. */
  readonly devices?: DeviceWrites;
  /** What is written about revisions that are there. */
  readonly descriptions?: readonly Description[];
  /** The special account that is created or deleted, with its line for the audit log. This cannot be undone. */
  readonly account?: { readonly value: ServerState['account']; readonly line: SettingChange };
  /** What the audit log says of it, where naming each object would say too much. */
  readonly summary?: Pick<StoredChange, 'objects' | 'lines'>;
}

/**
 * The one way in which a person changes the world: every object that differs gets its next revision, the audit log gets
 * one entry that can be undone as a whole, the runs whose settings change are planned anew, and all of it is committed
 * in one step. What differs in nothing is not saved. Source: rules §1 "A policy change" and §4.
 * @returns the entry of the audit log, or null when nothing differed
 * @throws Problem `state-forbids` when the world would not hang together
 */
export async function save(backend: Backend, intent: Intent): Promise<StoredChange | null> {
  const change = await workOut(backend, intent);
  if (!change) return null;
  await write(backend, change);
  return change.entry;
}

/** A change that was worked out and is not written yet. */
export interface WorkedOutChange {
  readonly entry: StoredChange;
  /** All but the runs that it plans anew. */
  readonly changes: Changes;
}

/**
 * Works a change out for the world as it is: nothing is written.
 * @param pause called between parts of the work, so that a large one can let others have their turn
 * @returns null when nothing differs
 * @throws Problem `state-forbids` when the world would not hang together
 */
export async function workOut(
  backend: Backend,
  intent: Intent,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<WorkedOutChange | null> {
  const { store } = backend;
  const server = await serverOf(backend);
  const atMs = await nowOf(backend);
  const stamp = { modifiedAtMs: atMs, modifiedBy: backend.user.name };
  await pause();
  const parts = [
    ...(await policyParts(store, intent.policies ?? {}, stamp)),
    ...(await groupParts(store, intent.groups ?? {}, stamp)),
    ...(await localParts(store, intent.local ?? {}, stamp)),
    ...descriptionParts(intent.descriptions ?? []),
  ];
  await pause();
  const moves = [
    ...(await moveParts(store, intent.moved ?? [], intent.groups?.put ?? [])),
    ...(await deviceParts(store, intent.devices ?? {}, pause)),
  ];
  if (parts.length === 0 && moves.length === 0 && !intent.account) return null;
  await pause();

  const { account } = intent;
  const entry: StoredChange = {
    id: changeIdOf(server.nextChange),
    number: server.nextChange,
    atMs,
    by: backend.user.name,
    action: intent.action,
    objects: intent.summary?.objects ?? [
      ...[...parts, ...moves].map(({ subject }) => subject),
      ...(account ? [{ kind: 'account' as const, id: 'account', name: accountName, revision: null }] : []),
    ],
    lines: intent.summary?.lines ?? [
      ...[...parts, ...moves].flatMap(({ lines }) => lines),
      ...(account ? [{ ...account.line, object: accountName }] : []),
    ],
    undo: account ? [] : [...parts, ...moves].map(({ undo }) => undo),
  };
  const changes: Changes = {
    ...writesOf([...parts, ...moves]),
    revisions: { put: parts.flatMap(({ revision }) => revision ?? []) },
    changes: { put: [entry] },
    server: { put: [{ ...server, ...(account ? { account: account.value } : {}), nextChange: server.nextChange + 1 }] },
  };
  await pause();
  const next = staged(store);
  await next.commit(changes);
  await pause();
  await refuseBroken(next, store, pause);
  return { entry, changes };
}

/**
 * Writes a change that was worked out for this very world, with the runs that it plans anew.
 * @param replans false where the change can concern no run: new groups and new devices have none
 */
export async function write(
  backend: Backend,
  { changes, entry }: WorkedOutChange,
  { replans = true }: { readonly replans?: boolean } = {},
): Promise<void> {
  const { store } = backend;
  if (!replans) {
    await store.commit(changes);
    return;
  }
  const next = staged(store);
  await next.commit(changes);
  const fleet = await fleetOf({ store: next });
  const server = await serverOf(backend);
  await store.commit({ ...changes, runs: { put: await runsToReplan(next, fleet, server, entry.atMs) } });
}

/** The id of the change of that number. */
const changeIdOf = (number: number) => changeIdSchema.parse(newId('change', number));

/** Carries out a write and tells which change it made: null where it made none that can be taken back. */
export async function withChange<T>(backend: Backend, write: () => Promise<T>): Promise<[T, ChangeId | null]> {
  const { nextChange } = await serverOf(backend);
  const value = await write();
  if ((await serverOf(backend)).nextChange <= nextChange) return [value, null];
  const entry = await backend.store.get('changes', changeIdOf(nextChange));
  return [value, entry && entry.undo.length > 0 ? entry.id : null];
}

const accountName = 'Special account';
