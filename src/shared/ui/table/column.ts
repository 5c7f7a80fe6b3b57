import type { ReactNode } from 'react';

/** One column of a table: what its cell shows for a row, and by what name the backend sorts it. */
export interface Column<Row, Sort extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sort?: Sort;
  readonly align?: 'right';
  /** Takes the room that the other columns leave. */
  readonly grow?: boolean;
}
