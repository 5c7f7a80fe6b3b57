import { useMutation, useQueryClient, type Query } from '@tanstack/react-query';
import type { Answer, OperationName } from '#contract/operations.ts';
import { callChanging, type CallInput, type Given } from '#src/shared/api/client.ts';
import { useUndoable } from './use-undoable.ts';

interface Write<N extends OperationName> {
  readonly input: CallInput<N>;
  /** The revision that the write is based on; none for a write that needs none. */
  readonly revision?: number;
  /** What was done, as a sentence. */
  readonly said: string | ((answer: Given<Answer<N>>) => string);
}

/**
 * A write that a person makes in a dialog. Once it is made, `onDone` leads on, every screen asks anew, and *Undo* is
 * offered. After a refusal every screen asks anew as well, so that a second try stands on what there is now.
 * @param isGone of a query, whether what it is about goes with the write: the page that is left may still show it, and there
 * is nothing to ask for
 */
export function useChange<N extends OperationName>(
  name: N,
  onDone: (answer: Given<Answer<N>>) => unknown,
  isGone: (query: Query) => boolean = () => false,
) {
  const queries = useQueryClient();
  const undoable = useUndoable();
  return useMutation({
    mutationFn: ({ input, revision }: Write<N>) =>
      callChanging(name, input, revision === undefined ? {} : { ifMatch: `"${String(revision)}"` }),
    onSuccess: async ({ value, change }, { said }) => {
      await onDone(value);
      undoable({ said: typeof said === 'string' ? said : said(value), change });
    },
    onSettled: (_, error) => queries.invalidateQueries({ predicate: (query) => error !== null || !isGone(query) }),
  });
}
