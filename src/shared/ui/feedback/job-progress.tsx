import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queryOf } from '#src/shared/api/queries.ts';

interface Props {
  /** The id of the job. */
  readonly job: string;
  /** The running work, as a sentence without its full stop. */
  readonly what: string;
  readonly onCancel: () => void;
}

/** Shorter jobs show no progress, to avoid flicker. */
const delayMs = 200;

/** The progress of a backend job, with *Cancel*. */
export function JobProgress({ job, what, onCancel }: Props) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [job]);
  const progress = useQuery({
    ...queryOf('job', { params: { jobId: job } }),
    enabled: shown,
    refetchInterval: delayMs,
    gcTime: 0,
  });
  if (!shown) return null;
  const { done = 0, total = 0 } = progress.data ?? {};
  const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 2 }}>
      <Typography role="status" sx={{ flex: 'none' }}>
        {what}…
      </Typography>
      <LinearProgress
        aria-label={what}
        variant={percent === null ? 'indeterminate' : 'determinate'}
        value={percent ?? 0}
        sx={{ flex: 1, minWidth: 80 }}
      />
      <Typography aria-hidden color="textSecondary" sx={{ flex: 'none', minWidth: 40, textAlign: 'end' }}>
        {percent === null ? '' : `${percent} %`}
      </Typography>
      <Button size="small" onClick={onCancel}>
        Cancel
      </Button>
    </Box>
  );
}
