import { Suspense, useState, type ReactNode } from 'react';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { UndoContext, type UndoableChange } from './use-undoable.ts';

const UndoSnackbar = lazyComponent(() => import('./undo-snackbar.tsx').then((m) => m.UndoSnackbar));

/** The one place of the console that says what was done and takes it back. The newest takes the place of the one before. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [last, setLast] = useState<{ readonly done: UndoableChange; readonly number: number } | null>(null);
  const say = (done: UndoableChange) => {
    setLast((before) => ({ done, number: (before?.number ?? 0) + 1 }));
  };
  return (
    <UndoContext value={say}>
      {children}
      {last && (
        <Suspense fallback={null}>
          <UndoSnackbar key={last.number} done={last.done} />
        </Suspense>
      )}
    </UndoContext>
  );
}
