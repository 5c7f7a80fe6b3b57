import { Alert, Button, Typography } from '@mui/material';

interface NewerNoticeProps {
  /** Who saved what, and when: *J. Keller saved revision 4 at 18:49*. */
  readonly summary: string;
  /** What they changed, in words. */
  readonly changes: readonly string[];
  readonly onReview: () => void;
}

/** Number of changes listed; the review shows all. */
const mostNamed = 4;

/** Reports that somebody else saved the edited object, with their changes and a button that opens the review. */
export function NewerVersionNotice({ summary, changes, onReview }: NewerNoticeProps) {
  const more = changes.length - mostNamed;
  return (
    <Alert
      severity="warning"
      variant="outlined"
      role="status"
      sx={{ mb: 4 }}
      action={
        <Button variant="outlined" onClick={onReview}>
          Review
        </Button>
      }
    >
      <Typography>{summary}. Review before applying.</Typography>
      {changes.slice(0, mostNamed).map((change) => (
        <Typography key={change} color="textSecondary">
          {change}
        </Typography>
      ))}
      {more > 0 && <Typography color="textSecondary">{`${String(more)} more`}</Typography>}
    </Alert>
  );
}
