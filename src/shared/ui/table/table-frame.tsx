import { TableContainer } from '@mui/material';
import type { ReactNode, Ref } from 'react';

/** Rows of 32 px, or of 40. */
export type Density = 'dense' | 'roomy';

interface TableFrameProps {
  readonly ref?: Ref<HTMLDivElement>;
  /** Names the region; without it the frame is only looked at. */
  readonly label?: string;
  readonly density: Density;
  readonly reservedHeight?: number | undefined;
  readonly children: ReactNode;
}

/** The region that a table scrolls in, and the measures of its rows. Reached by Tab, it scrolls by the arrow keys. */
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
        // The cells of DataTable: plain elements that look like the others.
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
        // What stands for a text that is on its way, like MUI's Skeleton.
        '& .awaited': { display: 'block', height: 12, borderRadius: 1, bgcolor: 'action.hover' },
        '& tr.row:hover': { bgcolor: 'action.hover' },
        '& td': { maxWidth: 320, overflow: 'hidden', textOverflow: 'ellipsis' },
        '& td.grow': { width: '100%', minWidth: 180, maxWidth: 0 },
        '& tbody tr:last-of-type td': { borderBottom: 0 },
        '& .MuiTableCell-paddingCheckbox': { width: 40, pl: 2, pr: 0 },
        '& .MuiCheckbox-root': { p: '3px' },
        '& td .MuiButton-root': { minHeight: 24, py: 0, px: 2.5 },
        // A name that opens something is cut like any other text.
        '& td .MuiButtonBase-root:not(.MuiButton-root, .MuiCheckbox-root)': {
          display: 'block',
          // Placed by itself, each button would be a layer of its own, which every frame of the page pays for.
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
