import { Typography } from '@mui/material';
import type { PolicyRow } from '#contract/policies.ts';
import { Effects, useEffects } from '#src/features/effects/effects.tsx';
import { callWrite } from '#src/shared/api/client.ts';
import { taggedQueryOf } from '#src/shared/api/queries.ts';
import { useRefetchedOnMount } from '#src/shared/api/use-refetched-on-mount.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { successorText } from './policy-actions.ts';
import { pendingReason, usePolicyWrite } from './use-policy-write.ts';

/** Confirms deleting a policy, with the next effective policy of its devices and the changes on them. */
export function DeletePolicyDialog({ policy, onClose }: { policy: PolicyRow; onClose: () => void }) {
  const params = { policyId: policy.id };
  const now = useRefetchedOnMount(taggedQueryOf('policy', { params }));
  const effects = useEffects({ operation: 'deletePolicy', params, query: {} });
  const write = usePolicyWrite({
    operation: 'deletePolicy',
    write: () => callWrite('deletePolicy', { params }, { ifMatch: now.data?.etag ?? '' }),
    successMessage: () => `Policy “${policy.name}” deleted.`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={`Delete “${policy.name}”?`}
      rights={['manage-policies']}
      confirmLabel="Delete"
      blockedReason={pendingReason(now, effects)}
      busy={write.isPending}
      error={write.error}
      failurePrefix="Nothing was deleted."
      onConfirm={() => {
        write.mutate();
      }}
      onClose={onClose}
    >
      <Typography>
        The policy of the group {policy.group.name} goes. {now.data && successorText(now.data.value)}
      </Typography>
      {effects && <Effects state={effects} />}
    </ConfirmDialog>
  );
}
