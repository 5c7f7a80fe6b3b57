import { Box, Skeleton } from '@mui/material';
import { frame } from '../chart/chart-scale.ts';

/** The answer that is on its way, in its own layout. */
export function LoadingResults() {
  return (
    <Box role="status" aria-label="Loading the schedule" sx={{ display: 'grid', gap: 5 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))', gap: 3 }}>
        {Array.from({ length: 11 }, (_, place) => (
          <Skeleton key={place} variant="rounded" height={60} width={104} />
        ))}
      </Box>
      <Skeleton variant="rounded" height={frame.height + 48} />
      <Skeleton variant="rounded" height={240} />
    </Box>
  );
}
