import { Alert } from '@mui/material';
import { formatDraftTime } from './draft-time.ts';

interface SavedBeforeNoticeProps {
  /** When the changes were typed: epoch milliseconds UTC in real time. */
  readonly atMs: number;
  /** The revision that they became. */
  readonly revision: number;
  readonly onClose: () => void;
}

/** Reports that an edit whose answer was lost was saved. */
export function AlreadySavedNotice({ atMs, revision, onClose }: SavedBeforeNoticeProps) {
  return (
    <Alert severity="success" variant="outlined" role="status" sx={{ mb: 4 }} onClose={onClose}>
      Your changes of {formatDraftTime(atMs)} were saved as revision {revision}.
    </Alert>
  );
}
