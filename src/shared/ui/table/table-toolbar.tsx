import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Filters on the left, actions on the right. */
export function TableToolbar({ children, end }: { children: ReactNode; end: ReactNode }) {
  return (
    <Box
      sx={{
        ...{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, mb: 2 },
        // An error message below a field would move it off the common centre line.
        '&:has([aria-invalid="true"])': { alignItems: 'flex-start' },
      }}
    >
      {children}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, ml: 'auto' }}>{end}</Box>
    </Box>
  );
}
