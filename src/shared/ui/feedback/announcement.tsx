import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** There for screen readers, gone from sight. */
export const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** Says politely what has just happened, to those who cannot see it. It stays mounted, so that a change is heard. */
export function Announcement({ children }: { children: ReactNode }) {
  return (
    <Box role="status" sx={visuallyHidden}>
      {children}
    </Box>
  );
}
