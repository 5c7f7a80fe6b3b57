import { useMutation, useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import type { ChangeView } from '#contract/changes.ts';
import type { OperationName } from '#contract/operations.ts';
import type { PolicyView } from '#contract/policies.ts';
import type { WriteResult } from '#src/shared/api/client.ts';
import { storeAnswer, taggedQueryOf } from '#src/shared/api/queries.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { useUndoable } from '#src/shared/undo/use-undoable.ts';

interface PolicyWrite<T> {
  readonly operation: OperationName;
  readonly write: () => Promise<WriteResult<T>>;
  /** What was done, as a sentence. */
  readonly successMessage: (value: T) => string;
  /** Closes the question. */
  readonly onDone: (value: T) => void;
}

/** A write that closes its question, says what was done, and offers to undo it. */
export function usePolicyWrite<T extends PolicyView | ChangeView>({
  operation,
  write,
  successMessage,
  onDone,
}: PolicyWrite<T>) {
  const queries = useQueryClient();
  const undoable = useUndoable();
  return useMutation({
    mutationFn: write,
    onSuccess: ({ value, etag, change, version }) => {
      if ('settings' in value) {
        const { queryKey } = taggedQueryOf('policy', { params: { policyId: value.id } });
        storeAnswer(queries, queryKey, { value, etag }, version);
      }
      // Closed before anything is read again: the question's own object may be deleted.
      flushSync(() => {
        onDone(value);
      });
      undoable({ message: successMessage(value), change });
      void refreshAffected(queries, operation, { version });
    },
    onError: () => refreshAffected(queries, operation),
  });
}

interface Pending {
  readonly isPending: boolean;
}

/** Why a question cannot be answered yes yet: what it is about is not known. What could not be asked keeps nobody. */
export const pendingReason = (...asked: readonly (Pending | null)[]): string | null =>
  asked.some((one) => one?.isPending) ? 'Working out what would change…' : null;
