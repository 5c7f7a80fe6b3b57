import { Box, Checkbox, FormControlLabel } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PolicyRow } from '#contract/policies.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import { lockLabels } from '#domain/policy/settings.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { freshPlace, usePlace, useSetPlace } from '#src/shared/navigation/place.ts';
import { dateTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { DataTable, type Column } from '#src/shared/ui/data-table.tsx';
import { EmptyState, FailedState, LoadingRows } from '#src/shared/ui/page-states.tsx';
import { TextButton } from '#src/shared/ui/text-button.tsx';

/** The policies of the selected group, with those inherited from the groups above. */
export function PoliciesTab() {
  const { groupId, search } = usePlace();
  const setPlace = useSetPlace();
  const inherited = search.inherited ?? true;
  const policies = useQuery(
    queryOf('groupPolicies', { params: { groupId }, query: { inherited: inherited ? 'true' : 'false' } }),
  );
  return (
    <Box>
      <FormControlLabel
        sx={{ mb: 1 }}
        control={
          <Checkbox
            checked={inherited}
            onChange={(_, on) => {
              setPlace({ inherited: on ? undefined : false }, { replace: true });
            }}
          />
        }
        label="View inherited policies"
      />
      {policies.isPending && <LoadingRows label="Loading policies" rows={4} />}
      {policies.isError && (
        <FailedState what="The policies" error={policies.error} onRetry={() => void policies.refetch()} />
      )}
      {policies.data?.rows.length === 0 && (
        <EmptyState title="This group has no policy of its own">
          Tick View inherited policies to see the one it obeys.
        </EmptyState>
      )}
      {policies.data && policies.data.rows.length > 0 && <PolicyTable rows={policies.data.rows} />}
    </Box>
  );
}

function PolicyTable({ rows }: { rows: readonly PolicyRow[] }) {
  const setPlace = useSetPlace();
  const columns: readonly Column<PolicyRow>[] = [
    {
      id: 'name',
      title: 'Name',
      cell: (policy) => (
        <TextButton
          onClick={() => {
            setPlace({ policy: policy.id });
          }}
        >
          {policy.name}
        </TextButton>
      ),
    },
    {
      id: 'status',
      title: 'Status',
      cell: (policy) =>
        policy.effective ? (
          <strong>{policyStatusLabels[policy.status]}, in effect here</strong>
        ) : (
          policyStatusLabels[policy.status]
        ),
    },
    {
      id: 'group',
      title: 'Group',
      cell: (policy) =>
        policy.inherited ? (
          <>
            inherited from{' '}
            <Link
              to="/groups/$groupId/$tab"
              params={{ groupId: policy.group.id, tab: 'policies' }}
              search={freshPlace}
              style={{ color: 'inherit' }}
            >
              {policy.group.name}
            </Link>
          </>
        ) : (
          policy.group.name
        ),
    },
    { id: 'inherits', title: 'Inherits', cell: (policy) => (policy.inherits ? 'yes' : 'no') },
    { id: 'start', title: 'Scan start', cell: (policy) => policy.scanStart },
    {
      id: 'lock',
      title: 'Additional',
      cell: (policy) =>
        policy.lockedBy ? `Under policy, locked by ${policy.lockedBy.name}` : lockLabels[policy.additionalLock],
    },
    { id: 'revision', title: 'Revision', align: 'right', cell: (policy) => policy.revision },
    {
      id: 'modified',
      title: `Modified (${viewerZone()})`,
      cell: (policy) => dateTimeIn(viewerZone(), policy.modifiedAt),
    },
    { id: 'by', title: 'By', cell: (policy) => policy.modifiedBy },
  ];
  return <DataTable label="Policies" columns={columns} rows={rows} rowId={(policy) => policy.id} />;
}
