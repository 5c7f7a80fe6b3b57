/**
 * The path of a group as files name it, from *Managed devices* down: `Managed devices/Offices/Berlin`. A slash within a name
 * is written `\/`; names contain no backslash.
 */
export const groupPathText = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll('/', '\\/')).join('/');
