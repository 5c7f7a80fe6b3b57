import { Box, Button, Checkbox, FormControlLabel } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { policySorts } from '#contract/policies.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import { keepWithin } from '#src/shared/api/keep-within.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { usePlace, useSetPlace } from '#src/shared/navigation/place.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { DataTable } from '#src/shared/ui/data-table.tsx';
import { FilterBox } from '#src/shared/ui/filter-box.tsx';
import { EmptyState } from '#src/shared/ui/page-states.tsx';
import { RowCount } from '#src/shared/ui/pager.tsx';
import { SearchBox } from '#src/shared/ui/search-box.tsx';
import { TableBar } from '#src/shared/ui/table-bar.tsx';
import { TableChoices, useTableChoices } from '#src/shared/ui/table-choices.tsx';
import { TableExport } from '#src/shared/ui/table-export.tsx';
import { FailedTable, LoadingTable, StaleRows } from '#src/shared/ui/table-states.tsx';
import { policyColumns } from './policy-columns.tsx';

const statuses = ['active', 'inactive', 'out-of-office'] as const;

/** The policies of the selected group, with those inherited from the groups above; what narrows them is in the address. */
export function PoliciesTab() {
  const { groupId, search } = usePlace();
  const setPlace = useSetPlace();
  const inherited = search.inherited ?? true;
  const sort = policySorts.find((name) => name === search.sort);
  const order = search.order ?? 'asc';
  const status = statuses.find((name) => name === search.status);
  const policies = useQuery({
    ...queryOf('groupPolicies', {
      params: { groupId },
      query: {
        inherited: inherited ? 'true' : 'false',
        ...(sort ? { sort, order } : {}),
        ...(search.q ? { search: search.q } : {}),
        ...(status ? { status } : {}),
      },
    }),
    placeholderData: keepWithin({ groupId }),
  });
  const choices = useTableChoices('policies');
  const columns = policyColumns(viewerZone(), (policy) => {
    setPlace({ policy });
  });
  const narrow = (change: Parameters<typeof setPlace>[0]) => {
    setPlace(change, { replace: true });
  };
  const rows = policies.data?.rows;
  const narrowed = Boolean(search.q) || status !== undefined;
  const retry = () => void policies.refetch();
  return (
    <Box>
      <TableBar
        end={
          <>
            <TableChoices columns={columns} choices={choices} />
            {rows && rows.length > 0 && (
              <TableExport
                name={`policies-${groupId}`}
                total={rows.length}
                columns={columns}
                read={() => Promise.resolve(rows)}
              />
            )}
          </>
        }
      >
        <SearchBox
          key={groupId}
          label="Search policies"
          value={search.q ?? ''}
          onSearch={(q) => {
            narrow({ q });
          }}
        />
        <FilterBox
          label="Status"
          values={statuses}
          labels={policyStatusLabels}
          value={status}
          onFilter={(chosen) => {
            narrow({ status: chosen });
          }}
        />
        <FormControlLabel
          control={
            <Checkbox
              checked={inherited}
              onChange={(_, on) => {
                narrow({ inherited: on ? undefined : false });
              }}
            />
          }
          label="View inherited policies"
        />
      </TableBar>
      {policies.isPending && (
        <LoadingTable label="Loading policies" rows={4} columns={choices.shown(columns)} density={choices.density} />
      )}
      {!rows && policies.isError && <FailedTable what="The policies" error={policies.error} onRetry={retry} />}
      {rows?.length === 0 && narrowed && (
        <EmptyState title="No policy matches">
          <p>No policy of this group matches the search and the filter.</p>
          <Button
            onClick={() => {
              narrow({ q: undefined, status: undefined });
            }}
          >
            Show all policies
          </Button>
        </EmptyState>
      )}
      {rows?.length === 0 && !narrowed && (
        <EmptyState title="This group has no policy of its own">
          Tick View inherited policies to see the one it obeys.
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <>
          <StaleRows what="The policies" error={policies.error} onRetry={retry} />
          <DataTable
            label="Policies"
            columns={choices.shown(columns)}
            density={choices.density}
            rows={rows}
            rowId={(policy) => policy.id}
            sorting={sort && { sort, order }}
            onSort={narrow}
          />
          <RowCount total={rows.length} what={['policy', 'policies']} note={`Times in ${viewerZone()}`} />
        </>
      )}
    </Box>
  );
}
