import { Checkbox, FormControlLabel } from '@mui/material';
import type { ReactNode } from 'react';
import type { GroupId } from '#domain/ids.ts';
import { policyStatusLabels, type PolicyStatus } from '#domain/policy/policy.ts';
import { FilterBox } from '#src/shared/ui/controls/filter-box.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { TableToolbar } from '#src/shared/ui/table/table-toolbar.tsx';

export const policyStatuses = ['active', 'inactive', 'out-of-office'] as const;

interface PoliciesBarProps {
  readonly groupId: GroupId;
  readonly q: string;
  readonly status: PolicyStatus | undefined;
  readonly inherited: boolean;
  readonly onNarrow: (change: {
    q?: string | undefined;
    status?: PolicyStatus | undefined;
    inherited?: boolean | undefined;
  }) => void;
  readonly end: ReactNode;
}

/** What narrows the list of policies, over it. */
export function PoliciesBar({ groupId, q, status, inherited, onNarrow, end }: PoliciesBarProps) {
  return (
    <TableToolbar end={end}>
      <SearchBox
        key={groupId}
        label="Search policies"
        value={q}
        onSearch={(text) => {
          onNarrow({ q: text });
        }}
      />
      <FilterBox
        label="Status"
        values={policyStatuses}
        labels={policyStatusLabels}
        value={status}
        onFilter={(chosen) => {
          onNarrow({ status: chosen });
        }}
      />
      <FormControlLabel
        control={
          <Checkbox
            checked={inherited}
            onChange={(_, on) => {
              onNarrow({ inherited: on ? undefined : false });
            }}
          />
        }
        label="View inherited policies"
      />
    </TableToolbar>
  );
}
