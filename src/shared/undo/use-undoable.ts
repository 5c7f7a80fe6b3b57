import { createContext, useContext } from 'react';
import type { ChangeId } from '#domain/ids.ts';

/** A change that was just made, and how to undo it. */
export interface UndoableChange {
  /** A sentence: *Policy “Berlin” deleted.* */
  readonly message: string;
  /** From the answer to the write; null if nothing was changed that can be undone. */
  readonly change: ChangeId | null;
}

export const UndoContext = createContext<((done: UndoableChange) => void) | null>(null);

/**
 * Shows a change in the snackbar, with *Undo*.
 *
 * @example
 * const undoable = useUndoable();
 * const { change } = await callChanging('deletePolicy', input, { ifMatch });
 * undoable({ message: 'Policy “Berlin” deleted.', change });
 */
export function useUndoable(): (done: UndoableChange) => void {
  const say = useContext(UndoContext);
  if (!say) throw new Error('useUndoable is used outside of UndoProvider');
  return say;
}
