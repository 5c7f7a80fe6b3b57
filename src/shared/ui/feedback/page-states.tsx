import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { needsReload, sentenceOf } from '#src/shared/api/problem.ts';

/** What failed, what was kept, and a way on. */
export function FailedState({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  return (
    <Alert severity="error" variant="outlined" action={<RetryOrReload error={error} onRetry={onRetry} />}>
      {what} could not be loaded. {sentenceOf(error)}
    </Alert>
  );
}

/** *Retry*; *Reload* where only that helps. */
export function RetryOrReload({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const reload = needsReload(error);
  return (
    <Button
      color="inherit"
      onClick={() => {
        if (reload) window.location.reload();
        else onRetry();
      }}
    >
      {reload ? 'Reload' : 'Retry'}
    </Button>
  );
}

/** An empty list: what it would hold, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Box sx={{ py: 12, px: 4, textAlign: 'center', color: 'text.secondary' }}>
      <Typography variant="h2" component="p" sx={{ color: 'text.primary' }}>
        {title}
      </Typography>
      <Box sx={{ mt: 1 }}>{children}</Box>
    </Box>
  );
}

/** Rows of the height the real ones will have, so that nothing jumps. */
export function LoadingRows({ rows = 12, label }: { rows?: number; label: string }) {
  return (
    <Box role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="text" height={32} sx={{ opacity: 1 - row / (rows + 4) }} />
      ))}
    </Box>
  );
}
