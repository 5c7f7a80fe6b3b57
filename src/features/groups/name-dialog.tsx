import {} from '@mui/material';
import { useState } from 'react';
import { nameSchema } from '#contract/names.ts';
import { FirstField } from '#src/shared/form/first-field.tsx';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly verb: string;
  /** The name there is; empty for a new group. */
  readonly initialName: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onName: (name: string) => void;
  /** Told when the name is edited after a refusal. */
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** Asks for a group's name; what is wrong with it, the backend's word too, stands at the field. */
export function NameDialog({ title, verb, initialName: first, busy, error, onName, onEdit, onClose }: NameDialogProps) {
  const [text, setText] = useState(first);
  const [checked, setChecked] = useState(false);
  const name = nameSchema.safeParse(text);
  const invalid = checked ? name.error?.issues[0]?.message : undefined;
  const taken = error instanceof ApiProblem && error.errors.some(({ path }) => path === '/name');
  const wrong = invalid ?? (taken ? error.message : undefined);
  return (
    <ConfirmDialog
      title={title}
      rights={['manage-groups']}
      confirmLabel={verb}
      blockedReason={null}
      busy={busy}
      error={taken ? null : error}
      failurePrefix="Nothing was changed."
      onConfirm={() => {
        setChecked(true);
        if (!name.success) return;
        if (name.data === first) onClose();
        else onName(name.data);
      }}
      onClose={onClose}
    >
      <FirstField
        label="Name"
        fullWidth
        sx={{ mt: 2 }}
        value={text}
        error={wrong !== undefined}
        helperText={wrong}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          setText(event.target.value);
          setChecked(false);
          if (error) onEdit();
        }}
      />
    </ConfirmDialog>
  );
}
