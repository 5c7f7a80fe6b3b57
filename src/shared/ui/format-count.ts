/** Singular and plural. */
export type Noun = readonly [one: string, many: string];

/** A count with its noun. @example counted(1, ['device', 'devices']) is `1 device`, of 1186 it is `1,186 devices` */
export const formatCount = (count: number, [one, many]: Noun): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** The range of rows on a page. @example `51–100 of 1,186 devices`; a single page gives only the count */
export function formatRowRange(page: number, pageSize: number, total: number, noun: Noun): string {
  if (total <= pageSize) return formatCount(total, noun);
  const first = (page - 1) * pageSize + 1;
  const end = Math.min(total, page * pageSize);
  return `${first.toLocaleString('en')}–${end.toLocaleString('en')} of ${formatCount(total, noun)}`;
}

/** The number of the last page, counted from 1; 1 for an empty list. */
export const lastPage = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize));
