/**
 * The random moment of a run without a random number generator: a fraction that depends only on the simulation's seed and
 * the identity of the run. Order, process and other runs make no difference. Source: docs/domain-rules.md#random-start.
 */

/** A 32-bit key of an identity such as a task id or a device id (FNV-1a, then mixed). */
export function identityKey(identity: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < identity.length; i += 1) hash = Math.imul(hash ^ identity.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** The part of the moment that all runs of one task share; a bulk planner computes it once. */
export function taskKey(seed: number, task: string): number {
  return mix(mix(seed ^ 0x9e3779b9) ^ identityKey(task));
}

/** The fraction of a run within its window, in [0, 1), from its task's key and its device's key. */
export function momentOf(task: number, device: number): number {
  return mix(task ^ device) / 0x1_0000_0000;
}

/** The fraction of the run of `task` on `device` in the simulation with `seed`, in [0, 1). */
export function uniformMoment(seed: number, task: string, device: string): number {
  return momentOf(taskKey(seed, task), identityKey(device));
}

/** MurmurHash3's finalizer: every bit of the input changes every bit of the output with a probability of one half. */
function mix(input: number): number {
  let h = input | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
