import { useMutation, useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import type { Changed } from '#src/shared/api/client.ts';
import { useUndoable } from '#src/shared/undo/use-undoable.ts';

interface PolicyWrite<T> {
  readonly write: () => Promise<Changed<T>>;
  readonly successMessage: (value: T) => string;
  /** Closes the dialog. */
  readonly onDone: (value: T) => void;
}

/** A write that closes its dialog and shows its success message with *Undo*. */
export function usePolicyWrite<T>({ write, successMessage, onDone }: PolicyWrite<T>) {
  const queries = useQueryClient();
  const undoable = useUndoable();
  return useMutation({
    mutationFn: write,
    onSuccess: ({ value, change }) => {
      // Closes before queries refetch: the object of the dialog may be gone.
      flushSync(() => {
        onDone(value);
      });
      undoable({ said: successMessage(value), change });
      void queries.invalidateQueries();
    },
    onError: () => queries.invalidateQueries(),
  });
}

interface Pending {
  readonly isPending: boolean;
}

/** Why a dialog cannot be confirmed yet: its data is loading. A failed query does not block. */
export const pendingReason = (...asked: readonly (Pending | null)[]): string | null =>
  asked.some((one) => one?.isPending) ? 'Working out what would change…' : null;
