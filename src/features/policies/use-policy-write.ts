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
  readonly successMessage: (value: T) => string;
  /** Closes the dialog. */
  readonly onDone: (value: T) => void;
}

/** A write that closes its dialog and shows its success message with *Undo*. */
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
      // Closes before queries refetch: the object of the dialog may be deleted.
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

/** Why a dialog cannot be confirmed yet: its data is loading. A failed query does not block. */
export const pendingReason = (...asked: readonly (Pending | null)[]): string | null =>
  asked.some((one) => one?.isPending) ? 'Working out what would change…' : null;
