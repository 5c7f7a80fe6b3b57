import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer, OperationName } from '#contract/operations.ts';
import { callWrite, type CallInput, type ClientAnswer } from '#src/shared/api/client.ts';
import { refreshAffected, type Write } from '#src/shared/live/refresh-affected.ts';
import { useUndoable } from './use-undoable.ts';

interface ChangeRequest<N extends OperationName> {
  readonly input: CallInput<N>;
  /** The revision that the write is based on; none for a write that needs none. */
  readonly revision?: number;
  /** Shown in the snackbar. */
  readonly successMessage: string | ((answer: ClientAnswer<Answer<N>>) => string);
}

/**
 * A mutation of a dialog. On success it calls `onDone`, refetches what the write affects, and offers *Undo*.
 */
export function useChange<N extends OperationName>(
  name: N,
  onDone: (answer: ClientAnswer<Answer<N>>, version: string) => unknown,
  about: Pick<Write, 'objects' | 'isGone'> = {},
) {
  const queries = useQueryClient();
  const undoable = useUndoable();
  return useMutation({
    mutationFn: ({ input, revision }: ChangeRequest<N>) =>
      callWrite(name, input, revision === undefined ? {} : { ifMatch: `"${String(revision)}"` }),
    onSuccess: async ({ value, change, version }, { successMessage: said }) => {
      await onDone(value, version);
      undoable({ message: typeof said === 'string' ? said : said(value), change });
    },
    onSettled: (made) => refreshAffected(queries, name, made ? { ...about, version: made.version } : {}),
  });
}
