/** What is counted: one of it, and many. */
export type Noun = readonly [one: string, many: string];

/** A count in words. @example counted(1, ['device', 'devices']) is `1 device`, of 1186 it is `1,186 devices` */
export const formatCount = (count: number, [one, many]: Noun): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Which rows of how many are in sight. @example `51–100 of 1,186 devices`; all on one page are only counted */
export function formatRowRange(page: number, pageSize: number, total: number, noun: Noun): string {
  if (total <= pageSize) return formatCount(total, noun);
  const first = (page - 1) * pageSize + 1;
  const end = Math.min(total, page * pageSize);
  return `${first.toLocaleString('en')}–${end.toLocaleString('en')} of ${formatCount(total, noun)}`;
}

/** The last page that has rows; of an empty list, the first. Pages count from 1. */
export const lastPage = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize));
