import { Typography } from '@mui/material';
import type { PolicyRow } from '#contract/policies.ts';
import type { PolicyStatus } from '#domain/policy/policy.ts';
import { Effects, useEffects } from '#src/features/effects/effects.tsx';
import { callWrite } from '#src/shared/api/client.ts';
import { taggedQueryOf } from '#src/shared/api/queries.ts';
import { useRefetchedOnMount } from '#src/shared/api/use-refetched-on-mount.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { deactivatedNames, successorText, statusWord } from './policy-actions.ts';
import { pendingReason, usePolicyWrite } from './use-policy-write.ts';

interface PolicyStatusDialogProps {
  readonly policy: PolicyRow;
  readonly status: PolicyStatus;
  readonly onClose: () => void;
}

/** Confirms a change of status, with the policies it deactivates and the changes on devices. */
export function PolicyStatusDialog({ policy, status, onClose }: PolicyStatusDialogProps) {
  const params = { policyId: policy.id };
  const now = useRefetchedOnMount(taggedQueryOf('policy', { params }));
  const effects = useEffects({ operation: 'setPolicyStatus', params, query: {}, body: { status } });
  const displaced = deactivatedNames(effects?.effects?.lines ?? [], policy.name).map((name) => `“${name}”`);
  const others = displaced.join(', ');
  const write = usePolicyWrite({
    operation: 'setPolicyStatus',
    write: () => callWrite('setPolicyStatus', { params, body: { status } }, { ifMatch: now.data?.etag ?? '' }),
    successMessage: () =>
      `Policy “${policy.name}” is ${statusWord(status)} now${others === '' ? '' : `, and ${others} became inactive`}.`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={`Make “${policy.name}” ${statusWord(status)}?`}
      rights={['manage-policies']}
      confirmLabel={`Make ${statusWord(status)}`}
      blockedReason={pendingReason(now, effects)}
      busy={write.isPending}
      error={write.error}
      failurePrefix="Nothing was changed."
      onConfirm={() => {
        write.mutate();
      }}
      onClose={onClose}
    >
      {others !== '' && (
        <Typography>
          {others}, {statusWord(status)} now in the group {policy.group.name}, becomes inactive in the same step.
        </Typography>
      )}
      {policy.status !== 'inactive' && now.data && <Typography>{successorText(now.data.value)}</Typography>}
      {effects && <Effects state={effects} />}
    </ConfirmDialog>
  );
}
