import { Box, Checkbox, FormControlLabel, MenuItem, Stack, TextField } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { deviceSorts } from '#contract/devices.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { usePlace, useSetPlace } from '#src/shared/navigation/place.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { DataTable } from '#src/shared/ui/data-table.tsx';
import { EmptyState, FailedState, LoadingRows } from '#src/shared/ui/page-states.tsx';
import { Pager } from '#src/shared/ui/pager.tsx';
import { TableChoices, useTableChoices } from '#src/shared/ui/table-choices.tsx';
import { deviceColumns } from './device-columns.tsx';
import { DeviceExport } from './device-export.tsx';

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
  const asked = {
    sort,
    order,
    subgroups: subgroups ? ('true' as const) : ('false' as const),
    ...(search.q ? { search: search.q } : {}),
    ...(status ? { status } : {}),
  };
  const devices = useQuery({
    ...queryOf('groupDevices', { params: { groupId }, query: { ...asked, page, pageSize } }),
    placeholderData: keepPreviousData,
  });
  const now = useSimulatedNow();
  const choices = useTableChoices('devices');
  const columns = deviceColumns(now, (device) => {
    setPlace({ device });
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
        <Box sx={{ flex: 1 }} />
        <TableChoices columns={columns} choices={choices} />
        {devices.data && devices.data.total > 0 && (
          <DeviceExport groupId={groupId} query={asked} total={devices.data.total} />
        )}
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
          <DataTable
            label="Devices"
            columns={columns.filter(({ id }) => !choices.hidden.has(id))}
            density={choices.density}
            rows={devices.data.rows}
            rowId={(device) => device.id}
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

/** A pause in typing after which the list is asked for, in milliseconds. */
const typingPauseMs = 250;

function SearchBox() {
  const { search } = usePlace();
  const setPlace = useSetPlace();
  const [text, setText] = useState(search.q ?? '');
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(pause.current);
    },
    [],
  );
  return (
    <TextField
      label="Search devices"
      type="search"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const q = event.target.value || undefined;
        clearTimeout(pause.current);
        pause.current = setTimeout(() => {
          setPlace({ q, page: undefined }, { replace: true });
        }, typingPauseMs);
      }}
      sx={{ width: 260 }}
    />
  );
}
