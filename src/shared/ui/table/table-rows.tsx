import { memo, useDeferredValue, type DragEvent, type MouseEvent, type ReactNode } from 'react';
import type { Column } from './column.ts';
import { contextMenuHandler, RowMenuCell, type RowMenu } from './row-menu.tsx';
import { RowCheckbox, type RowCheckboxProps } from './table-selection.tsx';

/** What a table and its rows are drawn of. */
export interface TableContent<Row, Sort extends string> {
  /** What the rows are: it changes with them, and not before. */
  readonly label: string;
  readonly columns: readonly Column<Row, Sort>[];
  readonly rows: readonly Row[];
  readonly menu: RowMenu<Row> | undefined;
  /** What a dragged row carries; rows cannot be dragged without it. */
  readonly onDragRow: ((row: Row, transfer: DataTransfer) => void) | undefined;
}

/** The least height of a row, in pixels. */
const minRowHeight = 32;

/**
 * What to draw of a table now: what was drawn before, until the browser has drawn the new beside what people do. At first,
 * as many rows as a window can hold; those below follow.
 */
export function useDeferredContent<Row, Sort extends string>(drawn: TableContent<Row, Sort>): TableContent<Row, Sort> {
  const inSight = Math.ceil(window.innerHeight / minRowHeight);
  return useDeferredValue(drawn, { ...drawn, rows: drawn.rows.slice(0, inSight) });
}

interface BodyRowProps<Row, Sort extends string> {
  readonly drawn: TableContent<Row, Sort>;
  readonly row: Row;
  /** Its box, where rows can be ticked. */
  readonly box: RowCheckboxProps | null;
}

/** A row: its box, which is drawn at once, and its cells, which are drawn anew only with what they are drawn of. */
export function BodyRow<Row, Sort extends string>({ drawn, row, box }: BodyRowProps<Row, Sort>) {
  const { menu, onDragRow } = drawn;
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
      <Cells drawn={drawn} row={row} />
    </tr>
  );
}

// Plain elements, which TableFrame gives their look: there are hundreds of them.
const Cells = memo(function Cells<Row, Sort extends string>({ drawn, row }: Omit<BodyRowProps<Row, Sort>, 'box'>) {
  const { columns, menu } = drawn;
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

/** A cell that is cut says all of itself in its title; whether it is cut depends on the room there is. */
function titleTruncatedCell({ currentTarget: cell }: MouseEvent<HTMLTableCellElement>) {
  const cut = [cell, ...cell.querySelectorAll('button')].some((part) => part.scrollWidth > part.clientWidth);
  if (cut) cell.title = cell.textContent;
  else cell.removeAttribute('title');
}
