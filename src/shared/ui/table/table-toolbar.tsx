import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** What stands over a table: what narrows it on the left, what shows or saves it on the right. */
export function TableToolbar({ children, end }: { children: ReactNode; end: ReactNode }) {
  return (
    <Box
      sx={{
        ...{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, mb: 2 },
        // What is said below a box moves it out of the line of the others.
        '&:has([aria-invalid="true"])': { alignItems: 'flex-start' },
      }}
    >
      {children}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, ml: 'auto' }}>{end}</Box>
    </Box>
  );
}
