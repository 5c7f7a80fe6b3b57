import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useEffect, useRef } from 'react';
import type { Column } from './column.ts';
import { RowMenuHead, type RowMenu } from './row-menu.tsx';
import { ariaSort, type Sorting } from './sorting.ts';
import { TableFrame, type Density } from './table-frame.tsx';
import { ColumnHeader } from './table-head.tsx';
import { BodyRow, useDeferredContent } from './table-rows.tsx';
import { PageCheckbox, useRowCheckboxes, type Selection } from './table-selection.tsx';

interface DataTableProps<Row, Sort extends string> {
  readonly label: string;
  readonly columns: readonly Column<Row, Sort>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sorting?: Sorting<Sort> | undefined;
  readonly onSort?: ((next: Sorting<Sort>) => void) | undefined;
  readonly density?: Density;
  readonly selection?: Selection<Row> | undefined;
  readonly menu?: RowMenu<Row> | undefined;
  /** Makes rows draggable; fills the transfer of a dragged row. */
  readonly onDragRow?: ((row: Row, transfer: DataTransfer) => void) | undefined;
  /** The page of the rows: a change scrolls to the top. */
  readonly page?: number;
  /** The part of the viewport's height that other content takes, in pixels. */
  readonly reservedHeight?: number | undefined;
}

/**
 * A table with single-line rows, sticky headers that sort on the server, and its own scroll region, which the keyboard can
 * reach.
 */
export function DataTable<Row, Sort extends string>(props: DataTableProps<Row, Sort>) {
  const { label, columns, rows, rowId, sorting, onSort, density = 'dense', selection } = props;
  const { menu, onDragRow, page, reservedHeight } = props;
  const content = useDeferredContent({ label, columns, rows, menu, onDragRow });
  const checkboxOf = useRowCheckboxes(selection, rowId);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    region.current?.scrollTo({ top: 0 });
  }, [page]);
  return (
    <TableFrame ref={region} label={content.label} density={density} reservedHeight={reservedHeight}>
      {/* Rows render after the row count below the table: `aria-busy` tells assistive technology to wait. */}
      <Table aria-label={content.label} aria-busy={content.rows !== rows} size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {selection && <PageCheckbox selection={selection} rowId={rowId} rows={rows} />}
            {content.columns.map((column) => (
              <TableCell
                key={column.id}
                align={column.align ?? 'left'}
                aria-sort={onSort && ariaSort(column.sort, sorting)}
              >
                <ColumnHeader column={column} sorting={sorting} onSort={onSort} />
              </TableCell>
            ))}
            {menu && <RowMenuHead />}
          </TableRow>
        </TableHead>
        <TableBody>
          {content.rows.map((row) => (
            <BodyRow key={rowId(row)} content={content} row={row} box={checkboxOf(row)} />
          ))}
        </TableBody>
      </Table>
    </TableFrame>
  );
}
