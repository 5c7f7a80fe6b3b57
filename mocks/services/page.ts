const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Orders two texts as a person would: `Rack 2` before `Rack 12`. */
export const compareText = (a: string, b: string): number => collator.compare(a, b);

/** Orders two values either way; what has none comes last both times. Texts are ordered as a person would. */
export function emptyLast(a: string | number | null, b: string | number | null, order: 'asc' | 'desc'): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const ascending = typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
  return order === 'asc' ? ascending : -ascending;
}

/**
 * The places of texts in their order, those that a person would not tell apart in the same place. Comparing as a person
 * would is slow, and a fleet's names hardly change: the places are kept, and made anew when one of the texts has none.
 */
export function keptPlaces(): (texts: readonly string[]) => ReadonlyMap<string, number> {
  let places = new Map<string, number>();
  return (texts) => {
    if (!texts.every((text) => places.has(text))) places = placesOf(new Set(texts));
    return places;
  };
}

function placesOf(texts: Iterable<string>): Map<string, number> {
  let place = 0;
  let before: string | undefined;
  const places = new Map<string, number>();
  for (const text of [...texts].sort(compareText)) {
    if (before !== undefined && compareText(before, text) !== 0) place += 1;
    places.set(text, place);
    before = text;
  }
  return places;
}

interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

/** The rows of a page; pages count from 1, one past the end is empty. */
export const pageOfRows = <T>(rows: readonly T[], { page, pageSize }: PageRequest): T[] =>
  rows.slice((page - 1) * pageSize, page * pageSize);

/**
 * The rows of a page, in the order of their numbers: among a hundred thousand, only those near the page are put in order.
 * Rows of the same number stay as they come.
 */
export function pageByNumber<T>(rows: readonly T[], numberOf: (row: T) => number, request: PageRequest): T[] {
  const numbers = Float64Array.from(rows, numberOf);
  const sorted = numbers.toSorted();
  const begin = (request.page - 1) * request.pageSize;
  const [from, to] = [sorted[begin], sorted[Math.min(begin + request.pageSize, rows.length) - 1]];
  if (from === undefined || to === undefined) return [];
  const near = rows
    .map((row, i) => ({ row, number: numbers[i] ?? 0 }))
    .filter(({ number }) => number >= from && number <= to)
    .sort((a, b) => a.number - b.number);
  const before = begin - sorted.indexOf(from);
  return near.slice(before, before + request.pageSize).map(({ row }) => row);
}

/** True when one of the texts holds the searched one, whatever the case. */
export function matches(search: string | undefined, texts: readonly string[]): boolean {
  const wanted = search?.trim().toLowerCase() ?? '';
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}
