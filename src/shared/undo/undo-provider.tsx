import { Suspense, useState, type ReactNode } from 'react';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { UndoContext, type UndoableChange } from './use-undoable.ts';

const UndoSnackbar = lazyComponent(() => import('./undo-snackbar.tsx').then((m) => m.UndoSnackbar));

/** Shows the last undoable change in a snackbar; a newer one replaces it. */
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
