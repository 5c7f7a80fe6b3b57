import type { ReactNode } from 'react';

/** One column of a table. */
export interface Column<Row, Sort extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The backend's name of this sort order; without it the column cannot be sorted. */
  readonly sort?: Sort;
  readonly align?: 'right';
  /** Takes the remaining width. */
  readonly grow?: boolean;
}
