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
  readonly onSort?: (next: Sorting<Sort>) => void;
  readonly density?: Density;
  readonly selection?: Selection<Row>;
  readonly menu?: RowMenu<Row>;
  /** Rows can be dragged: what a dragged one carries. */
  readonly onDragRow?: ((row: Row, transfer: DataTransfer) => void) | undefined;
  /** The page of the rows: another one begins at its top. */
  readonly page?: number;
  /** How much of the window's height, in pixels, is not the table's. */
  readonly reservedHeight?: number;
}

/**
 * A dense table whose heads sort on the server. Its rows are one line each; it scrolls within its own region, by keys
 * too, under heads that stay.
 */
export function DataTable<Row, Sort extends string>(props: DataTableProps<Row, Sort>) {
  const { label, columns, rows, rowId, sorting, onSort, density = 'dense', selection } = props;
  const { menu, onDragRow, page, reservedHeight } = props;
  const drawn = useDeferredContent({ label, columns, rows, menu, onDragRow });
  const boxOf = useRowCheckboxes(selection, rowId);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    region.current?.scrollTo({ top: 0 });
  }, [page]);
  return (
    <TableFrame ref={region} label={drawn.label} density={density} reservedHeight={reservedHeight}>
      {/* Its rows are drawn after the pages are told below it: whoever reads them then may wait. */}
      <Table aria-label={drawn.label} aria-busy={drawn.rows !== rows} size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {selection && <PageCheckbox selection={selection} rowId={rowId} rows={rows} />}
            {drawn.columns.map((column) => (
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
          {drawn.rows.map((row) => (
            <BodyRow key={rowId(row)} drawn={drawn} row={row} box={boxOf(row)} />
          ))}
        </TableBody>
      </Table>
    </TableFrame>
  );
}
