import type { ReactNode } from 'react';

/** One column of a table: what its cell shows for a row, how a file says it, and by what name the backend sorts it. */
export interface Column<Row, Sort extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell in a CSV file; a column without it is not written. An instant is written in UTC, ISO 8601. */
  readonly text?: (row: Row) => string;
  readonly sort?: Sort;
  readonly align?: 'right';
  /** Takes the room that the other columns leave. */
  readonly grow?: boolean;
}
