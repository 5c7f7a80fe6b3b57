import { Alert, Box, Button, Typography } from '@mui/material';
import { formatDraftTime } from './draft-time.ts';

/** Unsaved changes of an earlier visit. */
export interface RecoveredDraft {
  /** When they were typed: epoch milliseconds UTC in real time. */
  readonly atMs: number;
  /** In words, compared with their base version. */
  readonly changes: readonly string[];
  /** True if the base version is outdated: restoring opens the conflict panel. */
  readonly stale: boolean;
  readonly restore: () => void;
  readonly discard: () => void;
}

/** Offers to restore an edit that was not saved before the page was closed. */
export function RecoveredDraftNotice({ found }: { found: RecoveredDraft | null }) {
  if (!found) return null;
  const { changes, stale, restore, discard } = found;
  return (
    <Alert
      severity="info"
      variant="outlined"
      role="status"
      sx={{ mb: 4, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
    >
      <Typography>
        Unsaved changes of {formatDraftTime(found.atMs)} were kept. Until you choose, nothing else that is typed here is
        kept.
        {stale && ' Somebody saved since: restoring them shows both versions, and you choose.'}
      </Typography>
      {changes.map((change) => (
        <Typography key={change} color="textSecondary">
          {change}
        </Typography>
      ))}
      <Box sx={{ mt: 3, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button variant="contained" color="primary" onClick={restore}>
          Restore
        </Button>
        <Button onClick={discard}>Discard</Button>
      </Box>
    </Alert>
  );
}
