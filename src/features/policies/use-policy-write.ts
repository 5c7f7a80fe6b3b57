import { useMutation, useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import type { Changed } from '#src/shared/api/client.ts';
import { useUndoable } from '#src/shared/undo/use-undoable.ts';

interface PolicyWrite<T> {
  readonly write: () => Promise<Changed<T>>;
  /** What was done, as a sentence. */
  readonly successMessage: (value: T) => string;
  /** Closes the question. */
  readonly onDone: (value: T) => void;
}

/** A write that closes its question, says what was done, and offers to take it back. */
export function usePolicyWrite<T>({ write, successMessage, onDone }: PolicyWrite<T>) {
  const queries = useQueryClient();
  const undoable = useUndoable();
  return useMutation({
    mutationFn: write,
    onSuccess: ({ value, change }) => {
      // Closed before anything is asked anew: what the question had asked about may be gone.
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

/** Why a question cannot be answered yes yet: what it is about is not known. What could not be asked keeps nobody. */
export const pendingReason = (...asked: readonly (Pending | null)[]): string | null =>
  asked.some((one) => one?.isPending) ? 'Working out what would change…' : null;
