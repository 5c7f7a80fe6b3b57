import { Box, Checkbox, FormControlLabel, MenuItem, Stack, TextField } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deviceSorts, type DeviceRow } from '#contract/devices.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { usePlace, useSetPlace } from '#src/shared/navigation/place.ts';
import { offsetIn } from '#src/shared/time/format.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { DataTable, type Column } from '#src/shared/ui/data-table.tsx';
import { EmptyState, FailedState, LoadingRows } from '#src/shared/ui/page-states.tsx';
import { Pager } from '#src/shared/ui/pager.tsx';
import { TextButton } from '#src/shared/ui/text-button.tsx';
import { StatusMark } from './status-mark.tsx';

const pageSize = 50;
const statuses = ['online', 'offline', 'out-of-office'] as const;

/** The devices of the selected group: searched, filtered, sorted and paged by the backend, all of it in the address. */
export function DevicesTab() {
  const { groupId, search } = usePlace();
  const setPlace = useSetPlace();
  const sort = deviceSorts.find((name) => name === search.sort) ?? 'name';
  const order = search.order ?? 'asc';
  const page = search.page ?? 1;
  const status = statuses.find((name) => name === search.status);
  const subgroups = search.subgroups ?? true;
  const devices = useQuery({
    ...queryOf('groupDevices', {
      params: { groupId },
      query: {
        sort,
        order,
        page,
        pageSize,
        subgroups: subgroups ? 'true' : 'false',
        ...(search.q ? { search: search.q } : {}),
        ...(status ? { status } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });

  return (
    <Box>
      <Stack direction="row" spacing={3} sx={{ alignItems: 'center', mb: 2, flexWrap: 'wrap' }}>
        <SearchBox key={groupId} />
        <TextField
          select
          label="Status"
          value={status ?? 'all'}
          onChange={(event) => {
            setPlace(
              { status: event.target.value === 'all' ? undefined : event.target.value, page: undefined },
              { replace: true },
            );
          }}
          sx={{ width: 150 }}
        >
          <MenuItem value="all">All</MenuItem>
          {statuses.map((name) => (
            <MenuItem key={name} value={name}>
              {deviceStatusLabels[name]}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel
          control={
            <Checkbox
              checked={subgroups}
              onChange={(_, on) => {
                setPlace({ subgroups: on ? undefined : false, page: undefined }, { replace: true });
              }}
            />
          }
          label="Include subgroups"
        />
      </Stack>
      {devices.isPending && <LoadingRows label="Loading devices" />}
      {devices.isError && (
        <FailedState what="The devices" error={devices.error} onRetry={() => void devices.refetch()} />
      )}
      {devices.data?.total === 0 && (
        <EmptyState title="No devices here">
          {search.q || status
            ? 'No device matches the search. Take something out of it.'
            : 'Select another group, or include its subgroups.'}
        </EmptyState>
      )}
      {devices.data && devices.data.total > 0 && (
        <>
          <DeviceTable
            rows={devices.data.rows}
            sorting={{
              by: sort,
              order,
              onSort: (by) => {
                setPlace(
                  { sort: by, order: by === sort && order === 'asc' ? 'desc' : 'asc', page: undefined },
                  { replace: true },
                );
              },
            }}
          />
          <Pager
            page={page}
            pageSize={pageSize}
            total={devices.data.total}
            what="devices"
            onPage={(next) => {
              setPlace({ page: next });
            }}
          />
        </>
      )}
    </Box>
  );
}

function SearchBox() {
  const { search } = usePlace();
  const setPlace = useSetPlace();
  const [text, setText] = useState(search.q ?? '');
  return (
    <TextField
      label="Search devices"
      type="search"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        setPlace({ q: event.target.value || undefined, page: undefined }, { replace: true });
      }}
      sx={{ width: 260 }}
    />
  );
}

type Sort = (typeof deviceSorts)[number];

function DeviceTable({
  rows,
  sorting,
}: {
  rows: readonly DeviceRow[];
  sorting: { by: Sort; order: 'asc' | 'desc'; onSort: (by: Sort) => void };
}) {
  const setPlace = useSetPlace();
  const now = useSimulatedNow();
  const columns: readonly Column<DeviceRow, Sort>[] = [
    {
      id: 'name',
      title: 'Name',
      sort: 'name',
      cell: (device) => (
        <TextButton
          onClick={() => {
            setPlace({ device: device.id });
          }}
        >
          {device.name}
        </TextButton>
      ),
    },
    { id: 'status', title: 'Status', sort: 'status', cell: (device) => <StatusMark status={device.status} /> },
    { id: 'group', title: 'Group', sort: 'group', cell: (device) => device.group.name },
    {
      id: 'zone',
      title: 'Time zone',
      sort: 'timeZone',
      cell: (device) => `${device.timeZone} ${offsetIn(device.timeZone, now)}`,
    },
    { id: 'os', title: 'Operating system', sort: 'operatingSystem', cell: (device) => device.operatingSystem },
    { id: 'address', title: 'Address', sort: 'address', cell: (device) => device.address },
    { id: 'start', title: 'Scan start', cell: (device) => device.scanStart },
    { id: 'decided', title: 'Decided by', cell: decider },
  ];
  return <DataTable label="Devices" columns={columns} rows={rows} rowId={(device) => device.id} sorting={sorting} />;
}

function decider({ decidedBy, policyName }: DeviceRow): string {
  switch (decidedBy) {
    case 'locked-by-policy':
      return `${policyName ?? ''}, under policy`;
    case 'policy-not-enforced':
      return `${policyName ?? ''}, not enforced`;
    case 'device':
      return 'set on the device';
    case 'default':
      return 'application default';
    default:
      return decidedBy satisfies never;
  }
}
