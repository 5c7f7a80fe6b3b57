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

interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

/** The rows of a page; pages count from 1, one past the end is empty. */
export const pageOfRows = <T>(rows: readonly T[], { page, pageSize }: PageRequest): T[] =>
  rows.slice((page - 1) * pageSize, page * pageSize);

/** True when one of the texts holds the searched one, whatever the case. */
export function matches(search: string | undefined, texts: readonly string[]): boolean {
  const wanted = search?.trim().toLowerCase() ?? '';
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}
