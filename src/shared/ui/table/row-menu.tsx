import { Button, TableCell } from '@mui/material';
import type { MouseEvent } from 'react';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';

/** Pixels from the top left corner of the viewport. */
export interface MenuPosition {
  readonly left: number;
  readonly top: number;
}

/** A menu for each row: opened by a button at its end, a right click or the context-menu key. */
export interface RowMenu<Row> {
  /** The accessible name of the button: *Actions for Berlin*. */
  readonly label: (row: Row) => string;
  readonly onOpen: (row: Row, at: MenuPosition) => void;
}

/** Stays visible while the table scrolls horizontally. */
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

/** Replaces the browser's context menu, except on selected text, which the user may want to copy. */
export function contextMenuHandler<Row>(menu: RowMenu<Row> | undefined, row: Row) {
  if (!menu) return undefined;
  return (event: MouseEvent<HTMLElement>) => {
    if (getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    menu.onOpen(row, { left: event.clientX, top: event.clientY });
  };
}
