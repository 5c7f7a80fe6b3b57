import { compareText } from './page.ts';

/** The printable characters of ASCII. */
const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
const ranks = ranksOf();

/** More digits than these are no number that a name has. */
const mostDigits = 200;

/**
 * A text whose order by code units is the order of `compareText`, so that a million names are ordered without a collator;
 * null where the name holds more than printable ASCII. `Rack 2` comes before `Rack 12`: a number is its length, then its
 * digits. What the collator says of each character is asked, not known.
 */
export function sortKey(name: string): string | null {
  let key = '';
  for (let i = 0; i < name.length; i += 1) {
    const rank = ranks[name.charCodeAt(i) - 32];
    if (rank === undefined) return null;
    if (rank !== digit) {
      key += String.fromCharCode(rank);
      continue;
    }
    let from = i;
    while (isDigit(name.charCodeAt(i + 1))) i += 1;
    while (from < i && name.charCodeAt(from) === zero) from += 1;
    const length = i + 1 - from;
    if (length > mostDigits) return null;
    key += String.fromCharCode(digit, length) + name.slice(from, i + 1);
  }
  return key;
}

const zero = 48;
const isDigit = (code: number): boolean => code >= zero && code <= zero + 9;

/** All digits have the rank of the first, for a number is compared as a whole. */
const digit = ranks[zero - 32] ?? 0;

function ranksOf(): readonly number[] {
  const sorted = printable.toSorted(compareText);
  const rankOf = new Map<string, number>();
  let rank = 0;
  sorted.forEach((character, i) => {
    const before = sorted[i - 1];
    if (before !== undefined && compareText(before, character) !== 0) rank += 1;
    rankOf.set(character, rank);
  });
  const first = rankOf.get('0') ?? 0;
  return printable.map((character) => (/\d/.test(character) ? first : (rankOf.get(character) ?? 0)));
}
