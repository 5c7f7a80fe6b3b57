import type { ChangeView } from '#contract/changes.ts';
import { useAuditSearch, useSetAuditSearch } from './use-audit-search.ts';
import { ChangeDetails } from './change-details.tsx';
import { UndoDialog } from './undo-dialog.tsx';

/** The dialogs of the audit log, from the address. They open only for entries on the current page. */
export function ChangeDialogs({ rows }: { rows: readonly ChangeView[] }) {
  const search = useAuditSearch();
  const setSearch = useSetAuditSearch();
  const open = rows.find(({ id }) => id === search.change);
  const toUndo = rows.find(({ id }) => id === search.undo);
  return (
    <>
      {open && !toUndo && (
        <ChangeDetails
          change={open}
          history={search.history}
          onHistory={(history) => {
            setSearch({ history });
          }}
          onUndo={() => {
            setSearch({ undo: open.id, change: undefined, history: undefined });
          }}
          onClose={() => {
            setSearch({ change: undefined, history: undefined });
          }}
        />
      )}
      {toUndo?.undoable && (
        <UndoDialog
          key={toUndo.id}
          change={toUndo}
          onClose={() => {
            setSearch({ undo: undefined });
          }}
        />
      )}
    </>
  );
}
