import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#src/shared/api/client.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';

/** Confirms resetting the demo data. */
export function ResetDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: () => call('resetWorld'),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="Reset demo data?"
      confirmLabel="Reset"
      rights={['reset-data']}
      blockedReason={null}
      busy={reset.isPending}
      error={reset.error}
      failurePrefix="Nothing was reset."
      onConfirm={() => {
        reset.mutate();
      }}
      onClose={onClose}
    >
      Policies, device settings, detections, tasks and the clock go back to how they were at first. This cannot be
      undone.
    </ConfirmDialog>
  );
}
