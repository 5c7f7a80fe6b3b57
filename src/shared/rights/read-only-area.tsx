import { Alert } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { ReadOnlyContext } from './read-only.ts';

interface ReadOnlyAreaProps {
  /** Why nothing here may be changed by the person signed in, as a sentence; null when it may. */
  readonly reason: string | null;
  readonly children: ReactNode;
}

/** Fields that not everybody may change: whoever may not reads why in one line above them, and hears it at each. */
export function ReadOnlyArea({ reason, children }: ReadOnlyAreaProps) {
  const id = useId();
  return (
    <ReadOnlyContext value={reason === null ? null : { reason, id }}>
      {reason !== null && (
        <Alert severity="info" icon={false} id={id} sx={{ mb: 4 }}>
          Read only: {reason.charAt(0).toLowerCase()}
          {reason.slice(1)}
        </Alert>
      )}
      {children}
    </ReadOnlyContext>
  );
}
