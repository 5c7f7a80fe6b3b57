import { Alert } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { ReadOnlyContext } from './read-only.ts';

interface ReadOnlyAreaProps {
  /** Why the signed-in user may not change anything here, as a sentence; null if allowed. */
  readonly reason: string | null;
  readonly children: ReactNode;
}

/** Makes the fields inside read-only if the user lacks a right; the reason is shown above them and describes each field. */
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
