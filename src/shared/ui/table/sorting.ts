/** A sort order by the backend's name of the column. */
export interface Sorting<Sort extends string> {
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
}

/** The order after a click on a column header: ascending for another column, reversed for the same one. */
export const nextSorting = <Sort extends string>(pressed: Sort, before: Sorting<Sort> | undefined): Sorting<Sort> => ({
  sort: pressed,
  order: before?.sort === pressed && before.order === 'asc' ? 'desc' : 'asc',
});

/** The `aria-sort` of a column header; undefined if the column cannot be sorted. */
export function ariaSort<Sort extends string>(
  sort: Sort | undefined,
  now: Sorting<Sort> | undefined,
): 'ascending' | 'descending' | 'none' | undefined {
  if (sort === undefined) return undefined;
  if (now?.sort !== sort) return 'none';
  return now.order === 'asc' ? 'ascending' : 'descending';
}
