import { remembered } from '../runs/remembered.ts';
import { compareText } from './page.ts';

/** The places of many names in the order of `compareText`; equal ones keep the order they came in. */
export const nameOrder = remembered((names: readonly string[]): Uint32Array<ArrayBuffer> => {
  const places = Uint32Array.from(names, (_, place) => place);
  const keys = names.map(plainKey);
  const plain = keys.every((key) => key !== null);
  return plain
    ? places.sort((a, b) => byCodeUnits(keys[a] ?? '', keys[b] ?? '') || a - b)
    : places.sort((a, b) => compareText(names[a] ?? '', names[b] ?? '') || a - b);
});

const byCodeUnits = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * A text whose order by code units is that of `compareText` for letters, digits and hyphens, as names of devices have
 * them; null for any other name. Collating a hundred thousand names by language takes a second, this a tenth of it.
 */
function plainKey(name: string): string | null {
  if (!/^[-0-9A-Za-z]*$/.test(name) || /\d{10}/.test(name)) return null;
  // A number becomes its length and its digits, so that a longer one comes later.
  return name.toLowerCase().replace(/\d+/g, (digits) => {
    const significant = digits.replace(/^0+(?=\d)/, '');
    return String(significant.length) + significant;
  });
}
