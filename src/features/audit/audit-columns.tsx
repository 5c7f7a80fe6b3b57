import type { ChangeView } from '#contract/changes.ts';
import { rightsToUndo } from '#contract/rights.ts';
import type { WorldView } from '#contract/simulation.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { denialReason } from '#src/shared/rights/denial-reason.ts';
import { dateTimeIn } from '#src/shared/time/format.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { changesWords, objectsWords, revisionsWords } from './change-words.ts';

interface AuditActions {
  /** The signed-in user, whose rights decide which changes they may undo. */
  readonly session: WorldView | undefined;
  readonly onOpen: (change: ChangeView) => void;
  readonly onUndo: (change: ChangeView) => void;
}

/** The columns of the audit log. @param zone of the instants */
export function auditColumns(
  zone: string,
  { session, onOpen, onUndo }: AuditActions,
): readonly Column<ChangeView, 'at'>[] {
  return [
    {
      id: 'at',
      title: `When (${zone})`,
      sort: 'at',
      cell: ({ at }) => dateTimeIn(zone, at),
    },
    { id: 'by', title: 'Who', cell: ({ by }) => by },
    {
      id: 'action',
      title: 'What',
      cell: (change) => (
        <TextButton
          aria-haspopup="dialog"
          onClick={() => {
            onOpen(change);
          }}
        >
          {change.action}
        </TextButton>
      ),
    },
    {
      id: 'objects',
      title: 'Object',
      cell: objectsWords,
    },
    { id: 'changes', title: 'Old → new', grow: true, cell: changesWords },
    { id: 'revision', title: 'Revision', align: 'right', cell: revisionsWords },
    {
      id: 'undo',
      title: 'Undo',
      cell: (change) =>
        change.undoable ? (
          <AllowedButton
            disabledReason={denialReason(session, rightsToUndo(change))}
            aria-label={`Undo ${change.action}, ${objectsWords(change)}`}
            onClick={() => {
              onUndo(change);
            }}
          >
            Undo
          </AllowedButton>
        ) : (
          <span title="This cannot be taken back.">–</span>
        ),
    },
  ];
}
