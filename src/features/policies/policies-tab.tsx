import { Box, Button, Checkbox, FormControlLabel } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { policySorts } from '#contract/policies.ts';
import { unassignedDevices } from '#domain/fleet/fleet.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import type { GroupId } from '#domain/ids.ts';
import { previousDataOf } from '#src/shared/api/previous-data.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useListSearchParams, useSearchParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { FilterBox } from '#src/shared/ui/controls/filter-box.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { QueryTable } from '#src/shared/ui/table/query-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { useTableView } from '#src/shared/ui/table/table-view.tsx';
import { policyColumns } from './policy-columns.tsx';
import { ImportButton, PolicyDrop } from './policy-file-input.tsx';
import { PolicyManagement, type Managing } from './policy-management.tsx';

const policyStatuses = ['active', 'inactive', 'out-of-office'] as const;

/** The policies of the selected group and those inherited from groups above. */
export function PoliciesTab({ groupId }: { groupId: GroupId }) {
  const { dialog } = useSearchParams('dialog');
  const search = useListSearchParams(groupId, 'inherited', 'sort', 'order', 'q', 'status');
  const setPlace = useSetSearchParams();
  const [opened, setManaging] = useState<Managing | null>(null);
  // *New policy* has an address, so that other pages can link to it.
  const managing: Managing | null = dialog === 'new-policy' ? { kind: 'new' } : opened;
  const home = useRef<HTMLElement>(null);
  const inherited = search.inherited ?? true;
  const sort = policySorts.find((name) => name === search.sort);
  const order = search.order ?? 'asc';
  const status = policyStatuses.find((name) => name === search.status);
  const group = useQuery(queryOf('group', { params: { groupId } }));
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
    placeholderData: previousDataOf({ groupId }),
  });
  const tableView = useTableView('policies');
  const columns = policyColumns(viewerZone(), (policy) => {
    setPlace({ policy });
  });
  const narrow = (change: Parameters<typeof setPlace>[0]) => {
    setPlace(change, { replace: true });
  };
  const narrowed = Boolean(search.q) || status !== undefined;
  const cannotHavePolicies = groupId === unassignedDevices;
  const denied = useDenialReason('manage-policies');
  const onFile = (chosen: Omit<Extract<Managing, { kind: 'file' }>, 'kind'>) => {
    setManaging({ kind: 'file', ...chosen });
  };
  return (
    <Box ref={home} tabIndex={-1} sx={{ '&:focus-visible': { outline: 'none' } }}>
      <QueryTable
        label="Policies"
        words={{ list: 'The policies', loading: 'Loading policies', noun: ['policy', 'policies'] }}
        query={policies}
        columns={columns}
        rowId={(policy) => policy.id}
        view={tableView}
        csv={{
          name: `policies-${groupId}`,
          load: () => import('./policies-csv.ts').then((m) => m.policiesCsv(policies.data?.rows ?? [], viewerZone())),
        }}
        sorting={sort && { sort, order }}
        onSort={narrow}
        menu={{
          label: ({ name }) => `Actions for ${name}`,
          onOpen: (policy, at) => {
            setManaging({ kind: 'menu', policy, at });
          },
        }}
        frame={(content) => (
          <PolicyDrop disabled={cannotHavePolicies || denied !== null} onFile={onFile}>
            {content}
          </PolicyDrop>
        )}
        note={`Times in ${viewerZone()}`}
        loadingRows={4}
        actions={
          <>
            <AllowedButton
              disabledReason={denied}
              disabled={cannotHavePolicies}
              onClick={() => {
                setPlace({ dialog: 'new-policy' });
              }}
            >
              New policy
            </AllowedButton>
            <ImportButton denied={denied} disabled={cannotHavePolicies} onFile={onFile} />
          </>
        }
        toolbar={
          <>
            <SearchBox
              key={groupId}
              label="Search policies"
              value={search.q ?? ''}
              onSearch={(text) => {
                narrow({ q: text });
              }}
            />
            <FilterBox
              label="Status"
              values={policyStatuses}
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
          </>
        }
        notice={
          <PolicyManagement
            groupId={groupId}
            groupName={group.data?.name ?? 'this group'}
            managing={cannotHavePolicies && managing?.kind === 'new' ? null : managing}
            onManage={(next) => {
              if (dialog === 'new-policy') setPlace({ dialog: undefined });
              setManaging(next);
            }}
            home={home}
          />
        }
        empty={
          narrowed ? (
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
          ) : (
            <NoPolicies cannotHavePolicies={cannotHavePolicies} inherited={inherited} />
          )
        }
      />
    </Box>
  );
}

function NoPolicies({ cannotHavePolicies, inherited }: { cannotHavePolicies: boolean; inherited: boolean }) {
  if (cannotHavePolicies) {
    return (
      <EmptyState title="No policy can be here">
        These devices belong to no administration group: what was set on each of them holds.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="This group has no policy of its own">
      {inherited
        ? 'None above reaches it either. Choose New policy, or Import one from a file.'
        : 'Tick View inherited policies to see the one it obeys, or choose New policy.'}
    </EmptyState>
  );
}
