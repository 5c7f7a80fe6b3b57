import { createContext, useContext } from 'react';
import type { ChangeId } from '#domain/ids.ts';

/** What a person has just done, and how it is taken back. */
export interface UndoableChange {
  /** A sentence: *Policy “Berlin” deleted.* */
  readonly message: string;
  /** What the answer to the write named; null where nothing was changed that could be taken back. */
  readonly change: ChangeId | null;
}

export const UndoContext = createContext<((done: UndoableChange) => void) | null>(null);

/**
 * Says what was done, with *Undo* beside it, in the one place of the console for this.
 *
 * @example
 * const undoable = useUndoable();
 * const { change } = await callChanging('deletePolicy', input, { ifMatch });
 * undoable({ said: 'Policy “Berlin” deleted.', change });
 */
export function useUndoable(): (done: UndoableChange) => void {
  const say = useContext(UndoContext);
  if (!say) throw new Error('useUndoable is used outside of UndoProvider');
  return say;
}
