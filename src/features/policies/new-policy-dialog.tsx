import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { policyNameSchema, policyStatusSchema } from '#contract/policies.ts';
import type { GroupId, PolicyId } from '#domain/ids.ts';
import { policyStatusLabels, type PolicyStatus } from '#domain/policy/policy.ts';
import { Effects, useEffects } from '#src/features/effects/effects.tsx';
import { FirstField } from '#src/shared/form/first-field.tsx';
import { callWrite } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { deactivatedNames } from './policy-actions.ts';
import { pendingReason, usePolicyWrite } from './use-policy-write.ts';

interface NewPolicyDialogProps {
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly onClose: () => void;
  readonly onCreated: (id: PolicyId) => void;
}

const meanings: Readonly<Record<PolicyStatus, string>> = {
  inactive: 'No device obeys it until it is made active. Active, it would hold at once on every device of the group.',
  active: 'It holds at once on the devices of the group, and of subgroups that have no active policy of their own.',
  'out-of-office': 'It holds at once on those devices of the group that are out of office.',
};

/** Creates a policy from name and status. Its window opens afterwards for the rest. */
export function NewPolicyDialog({ groupId, groupName, onClose, onCreated }: NewPolicyDialogProps) {
  const [name, setName] = useState('');
  const [status, setStatus] = useState<PolicyStatus>('inactive');
  const [left, setLeft] = useState(false);
  const parsed = policyNameSchema.safeParse(name);
  const body = { name, status };
  const params = { groupId };
  const effects = useEffects(
    parsed.success && status !== 'inactive' ? { operation: 'createPolicy', params, query: {}, body } : null,
  );
  const write = usePolicyWrite({
    operation: 'createPolicy',
    write: () => callWrite('createPolicy', { params, body }),
    successMessage: (policy) => `Policy “${policy.name}” created in ${groupName}.`,
    onDone: (policy) => {
      onCreated(policy.id);
    },
  });
  const refused =
    write.error instanceof ApiProblem ? write.error.errors.find(({ path }) => path === '/name') : undefined;
  const fault = parsed.error?.issues[0]?.message;
  const nameError = refused?.message ?? (left || name !== '' ? fault : undefined);
  const displaced = deactivatedNames(effects?.effects?.lines ?? [], name.trim());
  return (
    <ConfirmDialog
      title={`New policy in ${groupName}`}
      rights={['manage-policies']}
      confirmLabel="Create"
      blockedReason={fault ?? pendingReason(effects)}
      busy={write.isPending}
      error={refused ? null : write.error}
      failurePrefix="Nothing was created."
      onConfirm={() => {
        write.mutate();
      }}
      onClose={onClose}
    >
      <FirstField
        label="Name"
        required
        value={name}
        sx={{ mt: 2 }}
        error={nameError !== undefined}
        helperText={nameError}
        onBlur={() => {
          setLeft(true);
        }}
        onChange={(event) => {
          setName(event.target.value);
          if (write.isError) write.reset();
        }}
      />
      <TextField
        select
        label="Status"
        value={status}
        helperText={meanings[status]}
        onChange={(event) => {
          setStatus(policyStatusSchema.parse(event.target.value));
        }}
      >
        {policyStatusSchema.options.map((one) => (
          <MenuItem key={one} value={one}>
            {policyStatusLabels[one]}
          </MenuItem>
        ))}
      </TextField>
      {displaced.map((former) => (
        <Typography key={former}>“{former}” becomes inactive in the same step.</Typography>
      ))}
      {effects && <Effects state={effects} />}
    </ConfirmDialog>
  );
}
