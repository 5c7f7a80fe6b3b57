/** By which name the backend sorts a table, and which way. */
export interface Sorting<Sort extends string> {
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
}

/** The sorting after the head of a column was pressed: another column rises first, the same one turns round. */
export const nextSorting = <Sort extends string>(pressed: Sort, before: Sorting<Sort> | undefined): Sorting<Sort> => ({
  sort: pressed,
  order: before?.sort === pressed && before.order === 'asc' ? 'desc' : 'asc',
});

/** The value of `aria-sort` on a column's head; undefined where nothing can be sorted. */
export function ariaSort<Sort extends string>(
  sort: Sort | undefined,
  now: Sorting<Sort> | undefined,
): 'ascending' | 'descending' | 'none' | undefined {
  if (sort === undefined) return undefined;
  if (now?.sort !== sort) return 'none';
  return now.order === 'asc' ? 'ascending' : 'descending';
}
