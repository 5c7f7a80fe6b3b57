import { maxNameLength } from '#contract/names.ts';
import { Problem } from '../problem.ts';

/** Names that differ in the case of letters only are the same name. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** @throws Problem `invalid-input` when one of the others has this name already */
export function refuseTaken(name: string, others: readonly { readonly name: string }[], where: string): void {
  const taken = others.find((other) => nameKey(other.name) === nameKey(name));
  if (!taken) return;
  throw new Problem('invalid-input', `“${taken.name}” is there already ${where}. Choose another name.`, [
    { path: '/name', message: 'This name is taken' },
  ]);
}

/** The name itself where nobody has it, else the first free of `name (1)`, `name (2)` and so on, within the allowed length. */
export function freeName(name: string, others: readonly { readonly name: string }[]): string {
  const taken = new Set(others.map((other) => nameKey(other.name)));
  let free = name;
  for (let number = 1; taken.has(nameKey(free)); number += 1) free = numbered(name, ` (${number})`);
  return free;
}

/** Shortened by whole characters: half of one is no text. */
function numbered(name: string, suffix: string): string {
  const letters = Array.from(name);
  while (letters.join('').length + suffix.length > maxNameLength) letters.pop();
  return letters.join('').trimEnd() + suffix;
}

/** Why something cannot be taken back: an object is no longer as the change left it. */
export const changedSinceProblem = (name: string) =>
  new Problem('state-forbids', `“${name}” was changed since: taking this back would lose that. Nothing was changed.`);
