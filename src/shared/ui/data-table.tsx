import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useEffect, useRef, type DragEvent, type MouseEvent } from 'react';
import type { Column } from './column.ts';
import { openByContext, RowMenuCell, RowMenuHead, type RowMenu } from './row-menu.tsx';
import { ariaSort, type Sorting } from './sorting.ts';
import { TableFrame, type Density } from './table-frame.tsx';
import { Head } from './table-head.tsx';
import { SelectPage, SelectRow, type Selection } from './table-selection.tsx';

interface DataTableProps<Row, Sort extends string> {
  readonly label: string;
  readonly columns: readonly Column<Row, Sort>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sorting?: Sorting<Sort> | undefined;
  readonly onSort?: (next: Sorting<Sort>) => void;
  readonly density?: Density;
  readonly selection?: Selection<Row>;
  readonly menu?: RowMenu<Row>;
  /** Rows can be dragged: what a dragged one carries. */
  readonly onDragRow?: ((row: Row, transfer: DataTransfer) => void) | undefined;
  /** The page of the rows: another one begins at its top. */
  readonly page?: number;
  /** How much of the window's height, in pixels, is not the table's. */
  readonly around?: number;
}

/**
 * A dense table whose heads sort on the server. Its rows are one line each; it scrolls within its own region, by keys
 * too, under heads that stay.
 */
export function DataTable<Row, Sort extends string>(props: DataTableProps<Row, Sort>) {
  const { label, columns, rows, rowId, sorting, onSort, density = 'dense', selection } = props;
  const { menu, onDragRow, page, around } = props;
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    region.current?.scrollTo({ top: 0 });
  }, [page]);
  return (
    <TableFrame ref={region} label={label} density={density} around={around}>
      <Table aria-label={label} size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {selection && <SelectPage selection={selection} rowId={rowId} rows={rows} />}
            {columns.map((column) => (
              <TableCell
                key={column.id}
                align={column.align ?? 'left'}
                aria-sort={onSort && ariaSort(column.sort, sorting)}
              >
                <Head column={column} sorting={sorting} onSort={onSort} />
              </TableCell>
            ))}
            {menu && <RowMenuHead />}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow
              key={rowId(row)}
              hover
              onContextMenu={openByContext(menu, row)}
              {...(onDragRow && {
                draggable: true,
                onDragStart: ({ dataTransfer }: DragEvent) => {
                  onDragRow(row, dataTransfer);
                },
              })}
            >
              {selection && <SelectRow selection={selection} rowId={rowId} row={row} />}
              {columns.map((column) => (
                <TableCell
                  key={column.id}
                  align={column.align ?? 'left'}
                  className={column.grow ? 'grow' : ''}
                  onMouseEnter={sayWhenCut}
                >
                  {column.cell(row)}
                </TableCell>
              ))}
              {menu && <RowMenuCell menu={menu} row={row} />}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableFrame>
  );
}

/** A cell that is cut says all of itself in its title; whether it is cut depends on the room there is. */
function sayWhenCut({ currentTarget: cell }: MouseEvent<HTMLTableCellElement>) {
  const cut = [cell, ...cell.querySelectorAll('button')].some((part) => part.scrollWidth > part.clientWidth);
  if (cut) cell.title = cell.textContent;
  else cell.removeAttribute('title');
}
