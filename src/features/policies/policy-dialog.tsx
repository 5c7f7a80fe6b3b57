import type { PolicyRow } from '#contract/policies.ts';
import { DeletePolicyDialog } from './delete-policy-dialog.tsx';
import type { PolicyAction } from './policy-actions.ts';
import { PolicyStatusDialog } from './policy-status-dialog.tsx';
import { PolicyTargetDialog } from './policy-target-dialog.tsx';

/** The actions that need a confirmation. */
export type ConfirmedAction = Exclude<PolicyAction, 'open' | 'rename' | 'export'>;

interface PolicyDialogProps {
  readonly action: ConfirmedAction;
  readonly policy: PolicyRow;
  readonly onClose: () => void;
}

/** The confirmation of an action on a policy. */
export function PolicyDialog({ action, policy, onClose }: PolicyDialogProps) {
  switch (action) {
    case 'active':
    case 'inactive':
    case 'out-of-office':
      return <PolicyStatusDialog policy={policy} status={action} onClose={onClose} />;
    case 'copy':
    case 'move':
      return <PolicyTargetDialog policy={policy} action={action} onClose={onClose} />;
    case 'delete':
      return <DeletePolicyDialog policy={policy} onClose={onClose} />;
    default:
      return action satisfies never;
  }
}
