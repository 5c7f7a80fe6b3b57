import { Alert, Button, Typography } from '@mui/material';

interface NewerNoticeProps {
  /** Who saved what, and when: *J. Keller saved revision 4 at 18:49*. */
  readonly said: string;
  /** What they changed, in words. */
  readonly changes: readonly string[];
  readonly onReview: () => void;
}

/** How many changes are named; the review shows them all. */
const mostNamed = 4;

/** Somebody else saved what is being edited here: who, what, and the way to see both versions before Apply. */
export function NewerVersionNotice({ said, changes, onReview }: NewerNoticeProps) {
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
      <Typography>{said}. Review before applying.</Typography>
      {changes.slice(0, mostNamed).map((change) => (
        <Typography key={change} color="textSecondary">
          {change}
        </Typography>
      ))}
      {more > 0 && <Typography color="textSecondary">{`${String(more)} more`}</Typography>}
    </Alert>
  );
}
