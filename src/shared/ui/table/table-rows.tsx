import { memo, useDeferredValue, type DragEvent, type MouseEvent, type ReactNode } from 'react';
import type { Column } from './column.ts';
import { contextMenuHandler, RowMenuCell, type RowMenu } from './row-menu.tsx';
import { RowCheckbox, type RowCheckboxProps } from './table-selection.tsx';

export interface TableContent<Row, Sort extends string> {
  /** The accessible name of the table. It is deferred together with the rows. */
  readonly label: string;
  readonly columns: readonly Column<Row, Sort>[];
  readonly rows: readonly Row[];
  readonly menu: RowMenu<Row> | undefined;
  /** Fills the transfer of a dragged row; without it rows are not draggable. */
  readonly onDragRow: ((row: Row, transfer: DataTransfer) => void) | undefined;
}

const minRowHeight = 32;

/**
 * Defers the content of a table, so that rows render at low priority and input stays responsive. The first render has only
 * as many rows as fit the viewport.
 */
export function useDeferredContent<Row, Sort extends string>(
  content: TableContent<Row, Sort>,
): TableContent<Row, Sort> {
  const fitting = Math.ceil(window.innerHeight / minRowHeight);
  return useDeferredValue(content, { ...content, rows: content.rows.slice(0, fitting) });
}

interface BodyRowProps<Row, Sort extends string> {
  readonly content: TableContent<Row, Sort>;
  readonly row: Row;
  /** Null if rows cannot be selected. */
  readonly box: RowCheckboxProps | null;
}

/** A row: its checkbox renders at once, its cells only if the row or the columns change. */
export function BodyRow<Row, Sort extends string>({ content, row, box }: BodyRowProps<Row, Sort>) {
  const { menu, onDragRow } = content;
  return (
    <tr
      className="row"
      onContextMenu={contextMenuHandler(menu, row)}
      draggable={onDragRow ? true : undefined}
      onDragStart={
        onDragRow &&
        (({ dataTransfer }: DragEvent) => {
          onDragRow(row, dataTransfer);
        })
      }
    >
      {box && <RowCheckbox {...box} />}
      <Cells content={content} row={row} />
    </tr>
  );
}

// Plain elements, styled by TableFrame: hundreds of MUI cells are slow.
const Cells = memo(function Cells<Row, Sort extends string>({ content, row }: Omit<BodyRowProps<Row, Sort>, 'box'>) {
  const { columns, menu } = content;
  return (
    <>
      {columns.map(({ id, align, grow, cell }) => (
        <td key={id} className={`cell ${align ?? ''} ${grow ? 'grow' : ''}`} onMouseEnter={titleTruncatedCell}>
          {cell(row)}
        </td>
      ))}
      {menu && <RowMenuCell menu={menu} row={row} />}
    </>
  );
}) as <Row, Sort extends string>(props: Omit<BodyRowProps<Row, Sort>, 'box'>) => ReactNode;

/** Shows the full text of a truncated cell as its tooltip. */
function titleTruncatedCell({ currentTarget: cell }: MouseEvent<HTMLTableCellElement>) {
  const cut = [cell, ...cell.querySelectorAll('button')].some((part) => part.scrollWidth > part.clientWidth);
  if (cut) cell.title = cell.textContent;
  else cell.removeAttribute('title');
}
