import type { SettingChange } from '#domain/policy/settings.ts';
import type { Saved, StoredRevision } from '../store/store.ts';

/** The revision that a save makes of an object. `atMs`: simulated time, epoch milliseconds UTC. */
export function revisionOf(
  objectId: string,
  saved: Pick<Saved, 'revision' | 'modifiedAtMs' | 'modifiedBy'>,
  changes: readonly SettingChange[],
): StoredRevision {
  return {
    id: `${objectId}.${String(saved.revision)}`,
    objectId,
    number: saved.revision,
    atMs: saved.modifiedAtMs,
    by: saved.modifiedBy,
    changes,
  };
}

/** The next save of something: its number, when, and by whom. */
export const nextSave = (before: Pick<Saved, 'revision'>, atMs: number, by: string): Saved => ({
  revision: before.revision + 1,
  modifiedAtMs: atMs,
  modifiedBy: by,
});
