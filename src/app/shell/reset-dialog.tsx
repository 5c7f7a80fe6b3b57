import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#src/shared/api/client.ts';
import { Question } from '#src/shared/ui/dialog/confirm-dialog.tsx';

/** Asks before everything goes back to how it was at first. */
export function ResetQuestion({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: () => call('resetWorld'),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Question
      title="Reset demo data?"
      verb="Reset"
      needs={['reset-data']}
      notYet={null}
      busy={reset.isPending}
      error={reset.error}
      kept="Nothing was reset."
      onYes={() => {
        reset.mutate();
      }}
      onClose={onClose}
    >
      Policies, device settings, detections, tasks and the clock go back to how they were at first. This cannot be
      undone.
    </Question>
  );
}
