import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

/** A group of samples under one heading. */
export function SampleSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 4, mb: 8 }}>
      <Typography variant="h2" id={id}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

/** One component in one state. */
export function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      <Typography color="textSecondary">{title}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, '& > *': { maxWidth: '100%' } }}>
        {children}
      </Box>
    </Box>
  );
}
