import { Box, Button } from '@mui/material';
import type { ReactNode, SubmitEventHandler } from 'react';

interface InputFormProps {
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** What stands beside the buttons. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every form behind a chip: its fields, then *Set* and *Cancel*. */
export function InputForm({ onSubmit, onClose, extra, children }: InputFormProps) {
  const submit: SubmitEventHandler = (event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 3 }}>
      {children}
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end', alignItems: 'center' }}>
        <Box sx={{ mr: 'auto' }}>{extra}</Box>
        <Button type="submit" variant="contained" color="primary">
          Set
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </Box>
    </Box>
  );
}
