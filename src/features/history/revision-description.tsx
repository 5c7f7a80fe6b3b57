import { Box, Button, Popover, Typography } from '@mui/material';
import { useState } from 'react';
import { descriptionBody, type RevisionView } from '#contract/history.ts';
import { FirstField } from '#src/shared/form/first-field.tsx';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { useChange } from '#src/shared/undo/use-change.ts';
import type { VersionedObject } from './revision-words.ts';

interface DescriptionProps {
  readonly object: VersionedObject;
  readonly revision: RevisionView;
}

interface EditableProps extends DescriptionProps {
  /** Why the signed-in user may not edit it; null if allowed. */
  readonly denied: string | null;
}

/** The description of a revision; a click opens a form in a popover.  */
export function RevisionDescription({ object, revision, denied }: EditableProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { number, description } = revision;
  const label = `Describe revision ${String(number)}`;
  const close = () => {
    setAnchor(null);
  };
  if (denied !== null && description !== '') {
    return (
      <Typography component="span" title={`${description} ${denied}`}>
        {description}
      </Typography>
    );
  }
  return (
    <>
      {description === '' ? (
        <AllowedButton
          disabledReason={denied}
          aria-label={label}
          onClick={(event) => {
            setAnchor(event.currentTarget);
          }}
        >
          Describe
        </AllowedButton>
      ) : (
        <TextButton
          title={description}
          aria-label={`${label}: ${description}`}
          onClick={(event) => {
            setAnchor(event.currentTarget);
          }}
        >
          {description}
        </TextButton>
      )}
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={close}
          anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
          transformOrigin={{ vertical: 'top', horizontal: 'right' }}
          slotProps={{ paper: { role: 'dialog', 'aria-label': label } }}
        >
          <DescriptionForm object={object} revision={revision} onClose={close} />
        </Popover>
      )}
    </>
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
          successMessage: `Revision ${String(number)} described.`,
        });
      }}
      sx={{ display: 'flex', alignItems: 'start', gap: 2, p: 3, width: 460, maxWidth: '90vw' }}
    >
      <FirstField
        fullWidth
        value={text}
        error={wrong !== undefined}
        helperText={wrong}
        onChange={(event) => {
          setText(event.target.value);
          describe.reset();
        }}
        slotProps={{ htmlInput: { 'aria-label': `Description of revision ${String(number)}` } }}
      />
      <Button type="submit" variant="contained" color="primary" loading={describe.isPending}>
        Save
      </Button>
      <Button onClick={onClose}>Cancel</Button>
    </Box>
  );
}
