import { Button, TableCell } from '@mui/material';
import type { MouseEvent } from 'react';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';

/** A place in the window, in pixels from its left upper corner. */
export interface MenuPosition {
  readonly left: number;
  readonly top: number;
}

/** What opens a menu for each row of a table: a button at its end, a right click, and the context-menu key. */
export interface RowMenu<Row> {
  /** The button's name: *Actions for Berlin*. */
  readonly label: (row: Row) => string;
  readonly onOpen: (row: Row, at: MenuPosition) => void;
}

/** Stays in sight at the end of the row, however far the table is scrolled to the side. */
const pinned = { position: 'sticky', right: 0, bgcolor: 'background.paper', width: 40, px: 1 } as const;

export const RowMenuHead = () => (
  <TableCell sx={{ '&&': pinned, zIndex: 3 }}>
    <span style={visuallyHidden}>Actions</span>
  </TableCell>
);

export function RowMenuCell<Row>({ menu, row }: { menu: RowMenu<Row>; row: Row }) {
  return (
    <TableCell sx={{ '&&': pinned }} align="right">
      <Button
        variant="text"
        aria-haspopup="menu"
        aria-label={menu.label(row)}
        title={menu.label(row)}
        sx={{ minWidth: 28, fontWeight: 700 }}
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          menu.onOpen(row, { left, top: bottom });
        }}
      >
        ⋯
      </Button>
    </TableCell>
  );
}

/** The row's own menu takes the place of the browser's, but on selected text, which one may want to copy. */
export function contextMenuHandler<Row>(menu: RowMenu<Row> | undefined, row: Row) {
  if (!menu) return undefined;
  return (event: MouseEvent<HTMLElement>) => {
    if (getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    menu.onOpen(row, { left: event.clientX, top: event.clientY });
  };
}
