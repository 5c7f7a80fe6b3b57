import { Link } from '@tanstack/react-router';
import type { PolicyRow, PolicySort } from '#contract/policies.ts';
import type { PolicyId } from '#domain/ids.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import { lockLabels } from '#domain/policy/settings.ts';
import { onlyScenario } from '#src/shared/navigation/route-location.ts';
import { dateTimeIn } from '#src/shared/time/format.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

/** The columns of the policies list. @param zone of the instants; show it nearby */
export function policyColumns(zone: string, open: (id: PolicyId) => void): readonly Column<PolicyRow, PolicySort>[] {
  return [
    {
      id: 'name',
      title: 'Name',
      sort: 'name',
      cell: (policy) => (
        <TextButton
          onClick={() => {
            open(policy.id);
          }}
        >
          {policy.name}
        </TextButton>
      ),
    },
    {
      id: 'status',
      title: 'Status',
      sort: 'status',
      cell: (policy) => (policy.effective ? <strong>{statusWords(policy)}</strong> : statusWords(policy)),
    },
    { id: 'group', title: 'Group', sort: 'group', cell: groupOf },
    plain('inherits', 'Inherits', (policy) => (policy.inherits ? 'yes' : 'no')),
    plain('start', 'Scan start', (policy) => policy.scanStart),
    plain('lock', 'Additional', lockWords),
    { ...plain('revision', 'Revision', (policy) => String(policy.revision)), sort: 'revision', align: 'right' },
    {
      id: 'modified',
      title: 'Modified',
      sort: 'modified',
      cell: (policy) => dateTimeIn(zone, policy.modifiedAt),
    },
    plain('by', 'By', (policy) => policy.modifiedBy),
  ];
}

const plain = (id: string, title: string, cell: (policy: PolicyRow) => string) => ({ id, title, cell });

export const lockWords = (policy: PolicyRow) =>
  policy.lockedBy ? `Under policy, locked by ${policy.lockedBy.name}` : lockLabels[policy.additionalLock];

export const statusWords = (policy: PolicyRow) =>
  `${policyStatusLabels[policy.status]}${policy.effective ? ', in effect here' : ''}`;

function groupOf(policy: PolicyRow) {
  if (!policy.inherited) return policy.group.name;
  return (
    <>
      inherited from{' '}
      <Link
        to="/groups/$groupId/$tab"
        params={{ groupId: policy.group.id, tab: 'policies' }}
        search={onlyScenario}
        style={{ color: 'inherit' }}
      >
        {policy.group.name}
      </Link>
    </>
  );
}
