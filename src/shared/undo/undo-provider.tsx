import { useState, type ReactNode } from 'react';
import { UndoSnackbar } from './undo-snackbar.tsx';
import { UndoContext, type Done } from './use-undoable.ts';

/** The one place of the console that says what was done and takes it back. The newest takes the place of the one before. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [last, setLast] = useState<{ readonly done: Done; readonly number: number } | null>(null);
  const say = (done: Done) => {
    setLast((before) => ({ done, number: (before?.number ?? 0) + 1 }));
  };
  return (
    <UndoContext value={say}>
      {children}
      {last && <UndoSnackbar key={last.number} done={last.done} />}
    </UndoContext>
  );
}
