import { TableContainer } from '@mui/material';
import type { ReactNode, Ref } from 'react';

/** Row height: 32 or 40 px. */
export type Density = 'dense' | 'roomy';

interface TableFrameProps {
  readonly ref?: Ref<HTMLDivElement>;
  /** The accessible name of the scroll region; without it the frame is not a region. */
  readonly label?: string;
  readonly density: Density;
  readonly reservedHeight?: number | undefined;
  readonly children: ReactNode;
}

/** The scroll region of a table and the styles of its rows. Focusable, so that arrow keys scroll it. */
export function TableFrame({ ref, label, density, reservedHeight = 268, children }: TableFrameProps) {
  return (
    <TableContainer
      {...(ref === undefined ? {} : { ref })}
      {...(label === undefined ? {} : { tabIndex: 0, role: 'region', 'aria-label': label })}
      sx={{
        maxHeight: `max(240px, calc(100dvh - ${String(reservedHeight)}px))`,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        '& th, & td': { height: density === 'dense' ? 32 : 40, py: 0, px: 2, whiteSpace: 'nowrap' },
        '& th:first-of-type, & td:first-of-type': { pl: 3 },
        '& th': { height: 34, bgcolor: 'background.paper', color: 'text.secondary', fontWeight: 500 },
        // DataTable renders plain `td` elements, styled here like MUI's TableCell.
        '& td.cell': {
          typography: 'body2',
          fontSize: '0.8125rem',
          color: 'text.primary',
          borderBottom: '1px solid',
          borderColor: 'divider',
          textAlign: 'left',
          verticalAlign: 'middle',
        },
        '& td.cell.right': { textAlign: 'right' },
        // A placeholder like MUI's Skeleton.
        '& .awaited': { display: 'block', height: 12, borderRadius: 1, bgcolor: 'action.hover' },
        '& tr.row:hover': { bgcolor: 'action.hover' },
        '& td': { maxWidth: 320, overflow: 'hidden', textOverflow: 'ellipsis' },
        '& td.grow': { width: '100%', minWidth: 180, maxWidth: 0 },
        '& tbody tr:last-of-type td': { borderBottom: 0 },
        '& .MuiTableCell-paddingCheckbox': { width: 40, pl: 2, pr: 0 },
        '& .MuiCheckbox-root': { p: '3px' },
        '& td .MuiButton-root': { minHeight: 24, py: 0, px: 2.5 },
        // A text button is truncated like any other text.
        '& td .MuiButtonBase-root:not(.MuiButton-root, .MuiCheckbox-root)': {
          display: 'block',
          // `position: relative` would give each button a compositing layer, which every frame pays for.
          position: 'static',
          width: 'fit-content',
          maxWidth: '100%',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          lineHeight: '24px',
        },
      }}
    >
      {children}
    </TableContainer>
  );
}
