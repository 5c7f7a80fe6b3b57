import { isFixedGroup } from '#domain/fleet/fleet.ts';
import { damagedRecord, isRecord } from './damaged-record.ts';
import { objectKey, type ObjectKind, type StoredRevision } from '../ports/history-records.ts';
import { mergeCommits, worldAfter } from '#backend/ports/merge-commits.ts';
import { faultsIn } from './record-faults.ts';
import { readServer } from './read-server.ts';
import { withSoundReferences, type OpenedWorld } from './references.ts';
import {
  collections,
  type Changes,
  type Collection,
  type DamagedRecord,
  type Records,
  type World,
} from '../ports/store.ts';

/**
 * The world that commits read from a disk make of the one beneath them. What cannot be read of them is set aside, never
 * deleted, and never keeps the rest from being read: a policy, a group or local settings are replaced by their last
 * readable revision, the server's record field by field, and references that lead nowhere by what is always there.
 * What comes out hangs together, so no service has to look twice.
 * @param fresh a new world of the same scenario: asked only where something that must be there is not
 */
export function openedWorld(beneath: World, commits: readonly Changes[], fresh: () => World): OpenedWorld {
  if (commits.length === 0) return { world: beneath, damaged: [] };
  const damaged: DamagedRecord[] = [];
  const commit = mergeCommits(commits.map((one) => withIds(one, damaged)));
  const sound = soundPart(commit);
  const readable = worldAfter(beneath, sound.commit);
  const standIns = standInsFrom(readable, beneath);
  const instead: Changes[] = [];
  for (const { collection, record } of sound.damaged) {
    if (collection === 'server') continue;
    const [change, sentence] = standIns(collection, record.id);
    if (change) instead.push(change);
    damaged.push(damagedRecord(collection, record, faultsIn(collection, record), sentence));
  }
  const world = instead.length === 0 ? readable : worldAfter(readable, mergeCommits(instead));
  const server = readServer(
    world,
    beneath,
    sound.damaged.find(({ collection }) => collection === 'server')?.record,
    fresh,
  );
  damaged.push(...server.damaged);
  return withSoundReferences(server.world, damaged, fresh);
}

/** A commit without what has no id at all: nothing can be filed under it. */
function withIds(commit: Changes, damaged: DamagedRecord[]): Changes {
  const entries = collections.flatMap((collection) => {
    const change = commit[collection];
    if (!change) return [];
    const put: unknown[] = [];
    for (const record of change.put ?? []) {
      if (isRecord(record)) put.push(record);
      else damaged.push(damagedRecord(collection, record, faultsIn(collection, record), 'It was set aside.'));
    }
    return [[collection, { put, remove: change.remove ?? [] }] as const];
  });
  return Object.fromEntries(entries);
}

interface Unsound {
  readonly collection: Collection;
  readonly record: { readonly id: string };
}

/** What of a commit can be read; what cannot is removed, for an older record beneath it must not come back unsaid. */
function soundPart(commit: Changes): { commit: Changes; damaged: readonly Unsound[] } {
  const damaged: Unsound[] = [];
  const entries = collections.flatMap((collection) => {
    const change = commit[collection];
    if (!change) return [];
    const put: Records[Collection][] = [];
    const remove = [...(change.remove ?? [])];
    for (const record of change.put ?? []) {
      if (faultsIn(collection, record).length === 0) put.push(record);
      else {
        damaged.push({ collection, record });
        remove.push(record.id);
      }
    }
    return [[collection, { put, remove }] as const];
  });
  return { commit: Object.fromEntries(entries), damaged };
}

const kinds: Partial<Record<Collection, ObjectKind>> = { policies: 'policy', groups: 'group', localSettings: 'device' };

/** What is used instead of a record that cannot be read, and a sentence that says so. */
function standInsFrom({ revisions }: World, { groups }: World) {
  // Made when first needed: mostly nothing is damaged.
  let last: Map<string, StoredRevision> | null = null;
  return (collection: Collection, id: string): [Changes | null, string] => {
    last ??= lastRevisions(revisions);
    const kind = kinds[collection];
    const revision = kind && last.get(objectKey(kind, id));
    if (revision) {
      return [{ [collection]: { put: [revision.record] } }, `Revision ${String(revision.number)} is used instead.`];
    }
    const fixed =
      collection === 'groups' ? groups.find((group) => group.id === id && isFixedGroup(group.id)) : undefined;
    return fixed ? [{ groups: { put: [fixed] } }, 'It is used as it was at first.'] : [null, 'It was set aside.'];
  };
}

/** The last revision of each object, by the key of the object. */
function lastRevisions(revisions: World['revisions']): Map<string, StoredRevision> {
  const last = new Map<string, StoredRevision>();
  for (const revision of revisions) {
    if ((last.get(revision.object)?.number ?? -1) < revision.number) last.set(revision.object, revision);
  }
  return last;
}
