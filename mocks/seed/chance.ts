import { identityKey, momentOf, taskKey } from '#domain/schedule/moment.ts';

/** A fraction in [0, 1) that belongs to a name and a purpose. */
export const chance = (name: string, purpose: string): number => identityKey(`${purpose}/${name}`) / 0x1_0000_0000;

/** The same for things that are counted: a fraction for each number, cheap enough for a hundred thousand of them. */
export function chances(purpose: string): (number: number) => number {
  const key = taskKey(2026, purpose);
  return (number) => momentOf(key, number);
}

/** One of a list, by a fraction in [0, 1). */
export function pick<T>(list: readonly [T, ...T[]], fraction: number): T {
  return list[Math.floor(fraction * list.length)] ?? list[0];
}
