import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { descriptionBody, type RevisionView } from '#contract/history.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { TextButton } from '#src/shared/ui/text-button.tsx';
import { useChange } from '#src/shared/undo/use-change.ts';
import type { VersionedObject } from './revision-words.ts';

interface DescriptionProps {
  readonly object: VersionedObject;
  readonly revision: RevisionView;
}

/** What somebody wrote about a revision; a click on it opens a small form in its place. */
export function Description({ object, revision }: DescriptionProps) {
  const [editing, setEditing] = useState(false);
  const { number, description } = revision;
  const open = () => {
    setEditing(true);
  };
  if (editing) {
    return (
      <DescriptionForm
        object={object}
        revision={revision}
        onClose={() => {
          setEditing(false);
        }}
      />
    );
  }
  const label = `Describe revision ${String(number)}`;
  return description === '' ? (
    <Button aria-label={label} onClick={open}>
      Describe
    </Button>
  ) : (
    <TextButton title={description} aria-label={`${label}: ${description}`} onClick={open}>
      {description}
    </TextButton>
  );
}

function DescriptionForm({ object, revision, onClose }: DescriptionProps & { onClose: () => void }) {
  const [text, setText] = useState(revision.description);
  const { number } = revision;
  const describe = useChange('describeRevision', onClose);
  const body = descriptionBody.safeParse({ description: text });
  const wrong = body.error?.issues[0]?.message ?? (describe.error ? sentenceOf(describe.error) : undefined);
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!body.success) return;
        describe.mutate({
          input: { params: { ...object, number }, body: body.data },
          said: `Revision ${String(number)} described.`,
        });
      }}
      sx={{ display: 'flex', alignItems: 'start', gap: 1 }}
    >
      <TextField
        value={text}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was just pressed
        autoFocus
        error={wrong !== undefined}
        helperText={wrong}
        onChange={(event) => {
          setText(event.target.value);
          describe.reset();
        }}
        onKeyDown={(event) => {
          // Escape closes the form, not the window around it.
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
        slotProps={{ htmlInput: { 'aria-label': `Description of revision ${String(number)}` } }}
        sx={{ width: 170, '& input': { py: '1px' } }}
      />
      <Button type="submit" loading={describe.isPending}>
        Save
      </Button>
    </Box>
  );
}
