import { identityKey } from '#domain/schedule/moment.ts';

// Moments whose start lies as close to a whole millisecond as a moment can, for the tests of every planner: random ones
// are hardly ever close enough to show in which order a planner rounds and adds.

const range = 2 ** 32;

/** Undoes MurmurHash3's finalizer, of which `momentOf` is made: every 32-bit number is the hash of exactly one. */
function unmixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7ed1b41d);
  h = Math.imul(h ^ (h >>> 13) ^ (h >>> 26), 0xa5cb9243);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The key of a device whose moment in the task of that key is `numerator` / 2^32. */
export const deviceKeyFor = (numerator: number, task: number): number => (unmixed(numerator) ^ task) >>> 0;

/** The seed with which the run of that task on that device has the moment `numerator` / 2^32. */
export function seedFor(numerator: number, task: string, device: string): number {
  const key = unmixed(numerator) ^ identityKey(device);
  return (unmixed(unmixed(key) ^ identityKey(task)) ^ 0x9e3779b9) >>> 0;
}

/**
 * Numerators of moments just before, at and just after a whole millisecond of a window: among them the closest that
 * there are, at most some hundred-millionths of a millisecond away.
 * @param lengthMs the window's length, whole milliseconds, at least one and less than 2^32
 */
export function edgeNumerators(lengthMs: number): number[] {
  // numerator * length = r modulo 2^32 with r next to 0; both sides are divided by the powers of two in the length.
  let odd = lengthMs;
  let step = 1;
  while (odd % 2 === 0 && step < range) [odd, step] = [odd / 2, step * 2];
  const inverse = inverseOf(odd);
  const modulus = range / step;
  const closest = [0, 1, 2, 3, 5, 8, 13, 21].flatMap((distance) => {
    const after = (Math.imul(distance, inverse) >>> 0) % modulus;
    return [after, (modulus - after) % modulus].flatMap((place) =>
      [0, Math.floor(step / 2), step - 1].map((turn) => place + turn * modulus),
    );
  });
  const anywhere = [1, Math.floor(lengthMs / 3), Math.floor(lengthMs / 2), lengthMs - 1].flatMap((ms) => {
    const at = Math.ceil((ms * range) / lengthMs);
    return [at - 1, at, at + 1];
  });
  return [...new Set([...closest, ...anywhere, 0, range - 1])].filter((n) => n >= 0 && n < range);
}

/** The inverse of an odd number modulo 2^32, by Newton's iteration: each round doubles the bits that are right. */
function inverseOf(odd: number): number {
  let inverse = odd | 0;
  for (let bits = 3; bits < 32; bits *= 2) inverse = Math.imul(inverse, 2 - Math.imul(odd | 0, inverse));
  return inverse >>> 0;
}
