import type { PolicyRow } from '#contract/policies.ts';
import { DeleteQuestion } from './delete-policy-dialog.tsx';
import type { PolicyAction } from './policy-actions.ts';
import { StatusQuestion } from './policy-status-dialog.tsx';
import { TargetQuestion } from './policy-target-dialog.tsx';

/** The actions that ask before they do something. */
export type AskedAction = Exclude<PolicyAction, 'open' | 'rename' | 'export'>;

interface PolicyQuestionProps {
  readonly action: AskedAction;
  readonly policy: PolicyRow;
  readonly onClose: () => void;
}

/** The question that an action on a policy asks first. */
export function PolicyQuestion({ action, policy, onClose }: PolicyQuestionProps) {
  switch (action) {
    case 'active':
    case 'inactive':
    case 'out-of-office':
      return <StatusQuestion policy={policy} status={action} onClose={onClose} />;
    case 'copy':
    case 'move':
      return <TargetQuestion policy={policy} action={action} onClose={onClose} />;
    case 'delete':
      return <DeleteQuestion policy={policy} onClose={onClose} />;
    default:
      return action satisfies never;
  }
}
