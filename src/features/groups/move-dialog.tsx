import { Box, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import type { DryRun } from '#contract/effects.ts';
import type { GroupNode } from '#contract/groups.ts';
import type { Right } from '#contract/rights.ts';
import type { GroupId } from '#domain/ids.ts';
import { Effects, useEffects } from '#src/features/effects/effects.tsx';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { TargetField } from './target-field.tsx';
import type { GroupForest } from './tree-rows.ts';

interface MoveDialogProps {
  readonly title: string;
  readonly needs: readonly Right[];
  /** What the button does, once the target is known. */
  readonly verb: (target: GroupNode | null) => string;
  readonly forest: GroupForest;
  /** The group that something was dropped on; null to choose one. */
  readonly first: GroupId | null;
  readonly whyNot: (id: GroupId) => string | null;
  /** The move to try before it is made. */
  readonly trial: (target: GroupId) => DryRun;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onMove: (target: GroupNode) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks where something moves to, and says what the move will change before it is made. */
export function MoveDialog(props: MoveDialogProps) {
  const { title, needs, verb, forest, first, whyNot, trial, busy, error, onMove, onClose, children } = props;
  const [target, setTarget] = useState(first === null ? null : (forest.byId.get(first) ?? null));
  const reason = target === null ? 'Choose a group.' : whyNot(target.id);
  const effects = useEffects(target === null || reason !== null ? null : trial(target.id));
  return (
    <ConfirmDialog
      title={title}
      rights={needs}
      confirmLabel={verb(target)}
      blockedReason={reason}
      busy={busy}
      error={error}
      failurePrefix="Nothing was moved."
      onConfirm={() => {
        if (target) onMove(target);
      }}
      onClose={onClose}
    >
      {children}
      <TargetField forest={forest} target={target} onTarget={setTarget} whyNot={whyNot} />
      <Box role="status" aria-label="What will change" sx={{ minHeight: 64 }}>
        {effects ? (
          <Effects state={effects} />
        ) : (
          <Typography color="textSecondary">What the move will change is said here first.</Typography>
        )}
      </Box>
    </ConfirmDialog>
  );
}
