import { Alert } from '@mui/material';
import { dayTimeIn, timeSecondsIn, viewerZone } from '#src/shared/time/format.ts';
import { RetryOrReload } from '#src/shared/ui/feedback/page-states.tsx';
import { StaleDataAlert } from '#src/shared/ui/table/table-states.tsx';
import { useConnectionLoss } from './pulse-status.ts';

interface LiveNoticeProps {
  readonly what: string;
  /** Why the list could not be refetched; null otherwise. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Shown above a live list that may be outdated: it could not be read, or the backend does not answer. */
export function LiveNotice({ what, error, onRetry }: LiveNoticeProps) {
  const lost = useConnectionLoss();
  if (error !== null) return <StaleDataAlert what={what} error={error} onRetry={onRetry} />;
  if (!lost) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }} action={<RetryOrReload error={lost.error} onRetry={lost.retry} />}>
      As of {timeSecondsIn(viewerZone(), lost.asOf)}, not updated since. The backend does not answer;{' '}
      {what.toLowerCase()} below may have changed.
    </Alert>
  );
}

/** *As of Tue 24 Nov 20:00, Europe/Berlin*, in the viewer's zone: shown below a live list that is up to date. */
export const asOfWords = (instant: string): string => `As of ${dayTimeIn(viewerZone(), instant)}, ${viewerZone()}`;
