import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { needsReload, sentenceOf } from '#src/shared/api/problem.ts';

export function FailedState({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  return (
    <Alert severity="error" variant="outlined" action={<RetryOrReload error={error} onRetry={onRetry} />}>
      {what} could not be loaded. {sentenceOf(error)}
    </Alert>
  );
}

/** *Retry*, or *Reload* if only a reload can help. */
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

/** Replaces an empty list. The children say what to do next. */
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

/** Placeholder rows with the height of the real ones. */
export function LoadingRows({ rows = 12, label }: { rows?: number; label: string }) {
  return (
    <Box role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="text" height={32} sx={{ opacity: 1 - row / (rows + 4) }} />
      ))}
    </Box>
  );
}
