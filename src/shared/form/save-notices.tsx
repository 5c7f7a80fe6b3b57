import { Alert, Button, Typography } from '@mui/material';
import { ApiProblem, needsReload, sentenceOf } from '#src/shared/api/problem.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import type { Conflict } from './tagged-edit.ts';

interface SaveNoticesProps<View, Draft> {
  /** What is edited: *policy*. */
  readonly what: string;
  readonly conflict: Conflict<View, Draft> | null;
  /** Who saved what meanwhile: *A. Admin saved revision 4 meanwhile*. */
  readonly savedMeanwhile: (theirs: View) => string;
  readonly refusal: Error | null;
  /** What is not saved, in words: it stays readable when there is nothing any more to save it to. */
  readonly changes: readonly string[];
  /** Fields that show their own error: JSON pointers into what was sent. */
  readonly shownAtField: readonly string[];
}

/** Why the edit is not saved: somebody saved or deleted meanwhile, or the backend refused, with its reasons. */
export function SaveNotices<View, Draft>(props: SaveNoticesProps<View, Draft>) {
  const { what, conflict, savedMeanwhile, refusal, changes, shownAtField } = props;
  if (conflict) return <ConflictPanel conflict={conflict} savedMeanwhile={savedMeanwhile(conflict.theirs)} />;
  if (refusal instanceof ApiProblem && refusal.kind === 'not-found') {
    return (
      <Alert severity="error" variant="outlined" sx={{ mb: 4 }}>
        This {what} was deleted meanwhile: nothing can be saved to it. Your edits stay readable here until you close the
        window.
        {changes.map((change) => (
          <Typography key={change}>{change}</Typography>
        ))}
      </Alert>
    );
  }
  if (!refusal) return null;
  const fields = refusal instanceof ApiProblem ? refusal.errors : [];
  const elsewhere = fields.filter((field) => !shownAtField.includes(field.path));
  const reload = needsReload(refusal);
  return (
    <Alert severity="error" variant="outlined" sx={{ mb: 4 }} action={reload && <Reload />}>
      Not saved. {sentenceOf(refusal)} {elsewhere.map((field) => `${field.path}: ${field.message}.`).join(' ')}
      {!reload && ' Your edits are kept here.'}
    </Alert>
  );
}

const Reload = () => (
  <Button
    color="inherit"
    onClick={() => {
      window.location.reload();
    }}
  >
    Reload
  </Button>
);
