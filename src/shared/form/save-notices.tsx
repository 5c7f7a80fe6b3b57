import { Alert, Box, Button } from '@mui/material';
import { ApiProblem, sentenceOf } from '#src/shared/api/problem.ts';
import type { Conflict } from './tagged-edit.ts';

interface SaveNoticesProps<View> {
  readonly conflict: Conflict<View> | null;
  /** Who saved what meanwhile: *A. Admin saved revision 4 meanwhile*. */
  readonly savedMeanwhile: (theirs: View) => string;
  readonly refusal: Error | null;
  /** Fields that show their own error: JSON pointers into what was sent. */
  readonly shownAtField: readonly string[];
}

/** Why the edit is not saved: somebody saved meanwhile, with a choice, or the backend refused, with its reasons. */
export function SaveNotices<View>({ conflict, savedMeanwhile, refusal, shownAtField }: SaveNoticesProps<View>) {
  if (conflict) {
    return (
      <Alert severity="warning" variant="outlined" sx={{ mb: 4 }}>
        {savedMeanwhile(conflict.theirs)}: {conflict.changes.join('; ') || 'nothing that differs now'}. Nothing was
        overwritten, and your edits are kept here.
        <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <Button onClick={conflict.takeTheirs}>Reload theirs, drop mine</Button>
          <Button onClick={conflict.saveMine}>Save mine over it</Button>
        </Box>
      </Alert>
    );
  }
  if (!refusal) return null;
  const fields = refusal instanceof ApiProblem ? refusal.errors : [];
  const elsewhere = fields.filter((field) => !shownAtField.includes(field.path));
  return (
    <Alert severity="error" variant="outlined" sx={{ mb: 4 }}>
      Not saved. {sentenceOf(refusal)} {elsewhere.map((field) => `${field.path}: ${field.message}.`).join(' ')} Your
      edits are kept here.
    </Alert>
  );
}
