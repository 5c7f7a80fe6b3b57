import { Alert, Button, Typography } from '@mui/material';
import { ApiProblem, needsReload, sentenceOf } from '#src/shared/api/problem.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import type { Conflict, NewerVersion } from './conflict.ts';
import { NewerVersionNotice } from './newer-version-notice.tsx';
import { AlreadySavedNotice } from './already-saved-notice.tsx';
import { describeSave, type Revised } from './describe-save.ts';
import type { AlreadySaved } from './use-saved-draft.ts';

interface SaveNoticesProps<View extends Revised, Draft> {
  /** What is edited: *policy*. */
  readonly what: string;
  readonly conflict: Conflict<View, Draft> | null;
  /** Who saved what meanwhile: *A. Admin saved revision 4 meanwhile*. */
  readonly savedMeanwhile: (theirs: View) => string;
  /** The name of the signed-in user. */
  readonly user: string | undefined;
  readonly newer: NewerVersion<View> | null;
  readonly savedBefore: (AlreadySaved<View> & { readonly dismiss: () => void }) | null;
  readonly refusal: Error | null;
  /** The unsaved changes in words: they stay readable after the object was deleted. */
  readonly changes: readonly string[];
  /** Fields that show their own error: JSON pointers into the request body. */
  readonly shownAtField: readonly string[];
}

/** Why the edit is not saved: a newer version, a conflict, a deleted object, or a refusal with its reasons. */
export function SaveNotices<View extends Revised, Draft>(props: SaveNoticesProps<View, Draft>) {
  const { newer, savedBefore, user, conflict, savedMeanwhile, ...rest } = props;
  return (
    <>
      {savedBefore && (
        <AlreadySavedNotice
          atMs={savedBefore.atMs}
          revision={savedBefore.saved.value.revision}
          onClose={savedBefore.dismiss}
        />
      )}
      {newer && (
        <NewerVersionNotice summary={describeSave(newer.value, user)} changes={newer.changes} onReview={newer.review} />
      )}
      {conflict ? (
        <ConflictPanel conflict={conflict} savedMeanwhile={savedMeanwhile(conflict.theirs)} />
      ) : (
        <Refusal {...rest} />
      )}
    </>
  );
}

type RefusalProps = Pick<SaveNoticesProps<Revised, unknown>, 'what' | 'refusal' | 'changes' | 'shownAtField'>;

function Refusal({ what, refusal, changes, shownAtField }: RefusalProps) {
  if (refusal instanceof ApiProblem && refusal.kind === 'not-found') {
    return (
      <Alert severity="error" variant="outlined" sx={{ mb: 4 }}>
        This {what} was deleted meanwhile: nothing can be saved to it.
        {changes.length > 0 && ' Your edits stay readable here until you close the window.'}
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
