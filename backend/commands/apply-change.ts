import type { Device } from '#domain/fleet/fleet.ts';
import { changeIdSchema, type ChangeId } from '#domain/ids.ts';
import type { SettingChange } from '#domain/policy/setting-words.ts';
import type { LocalSettings, StoredChange } from '../ports/history-records.ts';
import type { Changes, ServerState, StoredGroup, StoredPolicy } from '../ports/store.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { loadFleet } from '../queries/fleet-snapshot.ts';
import {
  descriptionRecordChanges,
  groupRecordChanges,
  localSettingsRecordChanges,
  deviceMoveChanges,
  policyRecordChanges,
  mergedWrites,
  type RevisionDescription,
  type RecordWrites,
} from './record-changes.ts';
import { deviceRecordChanges, type DeviceWrites } from './device-changes.ts';
import { refuseBroken } from './integrity.ts';
import { newId } from '../records/new-id.ts';
import { runsToReplan } from './replanning.ts';
import { createOverlayStore } from '../ports/overlay-store.ts';

/** What a command writes. `applyChange` stamps revision, instant and author of the records. */
export interface ChangeRequest {
  /** What is done, as a sentence begins: *Policy saved*. */
  readonly action: string;
  readonly policies?: RecordWrites<StoredPolicy>;
  readonly groups?: RecordWrites<StoredGroup>;
  readonly local?: RecordWrites<LocalSettings>;
  /** Devices that change their group. */
  readonly moved?: readonly Device[];
  /** Devices that are new, that change otherwise, or go. */
  readonly devices?: DeviceWrites;
  /** What is written about revisions that are there. */
  readonly descriptions?: readonly RevisionDescription[];
  /** The special account that is created or deleted, with its line for the audit log. This cannot be undone. */
  readonly account?: { readonly value: ServerState['account']; readonly line: SettingChange };
  /** What the audit log says of it, where naming each object would say too much. */
  readonly summary?: Pick<StoredChange, 'objects' | 'lines'>;
}

/**
 * The one way in which a person changes the world: every object that differs gets its next revision, the audit log gets
 * one entry that can be undone as a whole, the runs whose settings change are planned anew, and all of it is committed
 * in one step. What differs in nothing is not saved. Source: docs/domain-rules.md#policy-changes and docs/domain-rules.md#editing-without-losing-anything.
 * @returns the entry of the audit log, or null when nothing differed
 * @throws Problem `state-forbids` when the world would not hang together
 */
export async function applyChange(context: RequestContext, intent: ChangeRequest): Promise<StoredChange | null> {
  const change = await prepareChange(context, intent);
  if (!change) return null;
  await commitChange(context, change);
  return change.entry;
}

/** A change that was worked out and is not written yet. */
export interface PreparedChange {
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
export async function prepareChange(
  context: RequestContext,
  intent: ChangeRequest,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<PreparedChange | null> {
  const { store } = context;
  const server = await loadServer(context);
  const atMs = await currentTimeMs(context);
  const stamp = { modifiedAtMs: atMs, modifiedBy: context.user.name };
  await pause();
  const parts = [
    ...(await policyRecordChanges(store, intent.policies ?? {}, stamp)),
    ...(await groupRecordChanges(store, intent.groups ?? {}, stamp)),
    ...(await localSettingsRecordChanges(store, intent.local ?? {}, stamp)),
    ...descriptionRecordChanges(intent.descriptions ?? []),
  ];
  await pause();
  const moves = [
    ...(await deviceMoveChanges(store, intent.moved ?? [], intent.groups?.put ?? [])),
    ...(await deviceRecordChanges(store, intent.devices ?? {}, pause)),
  ];
  if (parts.length === 0 && moves.length === 0 && !intent.account) return null;
  await pause();

  const { account } = intent;
  const entry: StoredChange = {
    id: changeIdOf(server.nextChange),
    number: server.nextChange,
    atMs,
    by: context.user.name,
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
    ...mergedWrites([...parts, ...moves]),
    revisions: { put: parts.flatMap(({ revision }) => revision ?? []) },
    changes: { put: [entry] },
    server: { put: [{ ...server, ...(account ? { account: account.value } : {}), nextChange: server.nextChange + 1 }] },
  };
  await pause();
  const next = createOverlayStore(store);
  await next.commit(changes);
  await pause();
  await refuseBroken(next, store, pause);
  return { entry, changes };
}

/**
 * Writes a change that was worked out for this very world, with the runs that it plans anew.
 * @param replans false where the change can concern no run: new groups and new devices have none
 */
export async function commitChange(
  context: RequestContext,
  { changes, entry }: PreparedChange,
  { replans = true }: { readonly replans?: boolean } = {},
): Promise<void> {
  const { store } = context;
  if (!replans) {
    await store.commit(changes);
    return;
  }
  const next = createOverlayStore(store);
  await next.commit(changes);
  const fleet = await loadFleet({ store: next });
  const server = await loadServer(context);
  await store.commit({ ...changes, runs: { put: await runsToReplan(next, fleet, server, entry.atMs) } });
}

/** The id of the change of that number. */
const changeIdOf = (number: number) => changeIdSchema.parse(newId('change', number));

/** The number that the next change will have. */
export const nextChangeNumber = async (context: RequestContext): Promise<number> =>
  (await loadServer(context)).nextChange;

/** The change that was made under a number; null where none was made, or it cannot be undone. */
export async function recordedChange(context: RequestContext, number: number): Promise<ChangeId | null> {
  if ((await nextChangeNumber(context)) <= number) return null;
  const entry = await context.store.get('changes', changeIdOf(number));
  return entry && entry.undo.length > 0 ? entry.id : null;
}

const accountName = 'Special account';
