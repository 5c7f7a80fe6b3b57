import { Box, ButtonBase, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

/** One column of a table: what its cell shows for a row, and by what name the backend sorts it. */
export interface Column<Row, Sort extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sort?: Sort;
  readonly width?: number | string;
  readonly align?: 'right';
}

/** Rows of 32 px, or of 40. */
export type Density = 'dense' | 'roomy';

interface DataTableProps<Row, Sort extends string> {
  readonly label: string;
  readonly columns: readonly Column<Row, Sort>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sorting?: { readonly by: Sort; readonly order: 'asc' | 'desc'; readonly onSort: (by: Sort) => void };
  readonly density?: Density;
}

/** A dense table whose heads sort on the server. */
export function DataTable<Row, Sort extends string>({
  label,
  columns,
  rows,
  rowId,
  sorting,
  density = 'dense',
}: DataTableProps<Row, Sort>) {
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table aria-label={label} size="small">
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell
                key={column.id}
                align={column.align ?? 'left'}
                sx={{ color: 'text.secondary', fontWeight: 500, whiteSpace: 'nowrap', width: column.width }}
                aria-sort={ariaSort(column.sort, sorting)}
              >
                <Head column={column} sorting={sorting} />
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={rowId(row)} hover sx={density === 'roomy' ? { height: 40 } : {}}>
              {columns.map((column) => (
                <TableCell key={column.id} align={column.align ?? 'left'}>
                  {column.cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

type Sorting<Row, Sort extends string> = DataTableProps<Row, Sort>['sorting'];

function Head<Row, Sort extends string>({
  column,
  sorting,
}: {
  column: Column<Row, Sort>;
  sorting: Sorting<Row, Sort>;
}) {
  const { sort } = column;
  if (sort === undefined || !sorting) return column.title;
  const mark = sorting.by === sort ? (sorting.order === 'asc' ? ' ↑' : ' ↓') : '';
  return (
    <ButtonBase
      onClick={() => {
        sorting.onSort(sort);
      }}
      sx={{ font: 'inherit', minHeight: 24 }}
    >
      {column.title}
      <Box component="span" aria-hidden sx={{ color: 'primary.main', width: 16, textAlign: 'left' }}>
        {mark}
      </Box>
    </ButtonBase>
  );
}

function ariaSort<Row, Sort extends string>(sort: Sort | undefined, sorting: Sorting<Row, Sort>) {
  if (sort === undefined || !sorting) return undefined;
  if (sorting.by !== sort) return 'none';
  return sorting.order === 'asc' ? 'ascending' : 'descending';
}
