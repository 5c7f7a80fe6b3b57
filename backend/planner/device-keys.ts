import { identityKey } from '#domain/schedule/moment.ts';

/** The key of each device's id, for the columns of a plan. Keys never change, so cache the column for a fleet. */
export function deviceKeys(ids: readonly string[]): Uint32Array {
  const keys = new Uint32Array(ids.length);
  for (let i = 0; i < keys.length; i += 1) keys[i] = identityKey(ids[i] ?? '');
  return keys;
}
