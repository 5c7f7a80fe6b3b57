import { Typography } from '@mui/material';
import { useState } from 'react';
import type { PolicyRow } from '#contract/policies.ts';
import { Effects, useEffects } from '#src/features/effects/effects.tsx';
import { callWrite } from '#src/shared/api/client.ts';
import { taggedQueryOf } from '#src/shared/api/queries.ts';
import { useRefetchedOnMount } from '#src/shared/api/use-refetched-on-mount.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { GroupPicker } from './group-picker.tsx';
import type { GroupPath } from './group-paths.ts';
import { arrivalText, successorText } from './policy-actions.ts';
import { pendingReason, usePolicyWrite } from './use-policy-write.ts';

interface PolicyTargetDialogProps {
  readonly policy: PolicyRow;
  readonly action: 'copy' | 'move';
  readonly onClose: () => void;
}

const actionTexts = {
  copy: { verb: 'Copy', done: 'copied', operation: 'copyPolicy' },
  move: { verb: 'Move', done: 'moved', operation: 'movePolicy' },
} as const;

/** Chooses the target group of a copy or move. The policy arrives inactive, renamed if its name is taken. */
export function PolicyTargetDialog({ policy, action, onClose }: PolicyTargetDialogProps) {
  const { verb, done, operation } = actionTexts[action];
  const [group, setGroup] = useState<GroupPath | null>(null);
  const params = { policyId: policy.id };
  const now = useRefetchedOnMount(taggedQueryOf('policy', { params }));
  const effects = useEffects(group && { operation, params, query: {}, body: { groupId: group.id } });
  const write = usePolicyWrite({
    operation,
    write: async () => {
      if (!group) throw new Error('No group is chosen.');
      const input = { params, body: { groupId: group.id } };
      return action === 'copy'
        ? callWrite('copyPolicy', input)
        : callWrite('movePolicy', input, { ifMatch: now.data?.etag ?? '' });
    },
    successMessage: ({ name, group: { name: to } }) =>
      `Policy “${policy.name}” ${done} to ${to}${name === policy.name ? '' : ` as “${name}”`}.`,
    onDone: onClose,
  });
  const arrival = effects?.effects && arrivalText(effects.effects.lines, policy.name);
  return (
    <ConfirmDialog
      title={`${verb} “${policy.name}” to which group?`}
      rights={['manage-policies']}
      confirmLabel={verb}
      blockedReason={group ? pendingReason(now, effects) : 'Choose a group.'}
      busy={write.isPending}
      error={write.error}
      failurePrefix={`Nothing was ${done}.`}
      onConfirm={() => {
        write.mutate();
      }}
      onClose={onClose}
    >
      <GroupPicker
        group={group}
        excluded={action === 'move' ? policy.group.id : null}
        onChange={(chosen) => {
          setGroup(chosen);
          write.reset();
        }}
      />
      <Typography>It arrives inactive: no device obeys it there until it is made active. {arrival}</Typography>
      {action === 'move' && now.data && <Typography>{successorText(now.data.value)}</Typography>}
      {action === 'move' && effects && <Effects state={effects} />}
    </ConfirmDialog>
  );
}
