import { Box, Button, Checkbox, FormControlLabel } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { deviceFilters } from '#contract/devices.ts';
import { unassignedDevices } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { previousDataOf } from '#src/shared/api/previous-data.ts';
import { useListSearchParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { useSimulatedQuarter } from '#src/features/clock/use-simulated-now.ts';
import { InventoryMenu } from '#src/features/inventory/inventory-menu.tsx';
import { writeDevices } from '#src/features/groups/drag-transfer.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { FilterBox } from '#src/shared/ui/controls/filter-box.tsx';
import { QueryTable } from '#src/shared/ui/table/query-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { useTableView } from '#src/shared/ui/table/table-view.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { decisionWords, noDecision } from './decision-filter.ts';
import { deviceColumns } from './device-columns.tsx';
import { listQuery, devicesQuery, filterLabels, listKeys, listState } from './devices-query.ts';
import { devicesToDrag } from './moving-devices.ts';

const UnassignedNote = lazyComponent(() => import('./unassigned-alert.tsx').then((m) => m.UnassignedAlert));
const DeviceActions = lazyComponent(() => import('./device-actions.tsx').then((m) => m.DeviceActions));

/** The devices of the selected group. Search, filters, order and page are in the address. */
export function DevicesTab({ groupId }: { groupId: GroupId }) {
  const search = useListSearchParams(groupId, ...listKeys);
  const setPlace = useSetSearchParams();
  const { sort, order, subgroups, status, page } = listState(search);
  const query = listQuery(search);
  const devices = useQuery({
    ...devicesQuery(groupId, search),
    placeholderData: previousDataOf({ groupId }),
  });
  const tableView = useTableView('devices');
  const columns = deviceColumns(
    useSimulatedQuarter(),
    (device) => {
      setPlace({ device });
    },
    (device) => {
      setPlace({ why: 'additional', whyDevice: device });
    },
  );
  const client = useQueryClient();
  const show = (change: Parameters<typeof setPlace>[0], options?: { replace: boolean }) => {
    // Starts the request before the navigation renders. The list reports a failure.
    client.query(devicesQuery(groupId, { ...search, ...change })).catch(() => undefined);
    setPlace(change, options);
  };
  const narrow = (change: Parameters<typeof setPlace>[0]) => {
    show({ ...change, page: undefined }, { replace: true });
  };
  const decisionText = decisionWords(search, devices.data?.rows[0]?.policyName ?? null);
  // Another page, filter or order clears the selection.
  const view = JSON.stringify([groupId, query, page]);
  const [selection, setSelection] = useState<{ view: string; ids: ReadonlySet<string> }>({ view, ids: new Set() });
  if (selection.view !== view) setSelection({ view, ids: new Set() });
  const selected = (devices.data?.rows ?? []).filter(({ id }) => selection.ids.has(id));
  const denied = useDenialReason('manage-devices');

  return (
    <Box>
      {groupId === unassignedDevices && (
        <Suspense fallback={null}>
          <UnassignedNote />
        </Suspense>
      )}
      <QueryTable
        label="Devices"
        words={{ list: 'The devices', loading: 'Loading devices', noun: ['device', 'devices'] }}
        query={devices}
        columns={columns}
        rowId={(device) => device.id}
        view={tableView}
        csv={{
          name: `devices-${groupId}`,
          load: () => import('./devices-csv.ts').then((m) => m.devicesCsv(groupId, query)),
        }}
        sorting={{ sort, order }}
        onSort={narrow}
        paging={{
          page,
          onPage: (next, { replace }) => {
            if (replace) setPlace({ page: next }, { replace });
            else show({ page: next });
          },
        }}
        selection={{
          ids: new Set(selected.map(({ id }) => id)),
          nameOf: ({ name }) => name,
          disabledReason: () => null,
          onChange: (ids) => {
            setSelection({ view, ids });
          },
        }}
        onDragRow={
          denied === null
            ? (device, transfer) => {
                writeDevices(transfer, devicesToDrag(device, selected));
              }
            : undefined
        }
        actions={<InventoryMenu />}
        toolbar={
          <>
            <SearchBox
              key={groupId}
              label="Search devices"
              value={search.q ?? ''}
              onSearch={(q) => {
                narrow({ q });
              }}
            />
            <FilterBox
              label="Status"
              values={deviceFilters}
              labels={filterLabels}
              value={status}
              onFilter={(chosen) => {
                narrow({ status: chosen });
              }}
            />
            <FormControlLabel
              control={
                <Checkbox
                  checked={subgroups}
                  onChange={(_, on) => {
                    narrow({ subgroups: on ? undefined : false });
                  }}
                />
              }
              label="Include subgroups"
            />
            {(decisionText !== null || selected.length > 0) && (
              <Suspense fallback={null}>
                <DeviceActions
                  decisionText={decisionText}
                  onClearDecision={() => {
                    narrow(noDecision);
                  }}
                  devices={selected}
                  onDone={() => {
                    setSelection({ view, ids: new Set() });
                  }}
                />
              </Suspense>
            )}
          </>
        }
        empty={
          <EmptyState title="No devices here">
            {search.q || status || decisionText !== null ? (
              <>
                <p>No device of this group matches the search and the filter.</p>
                <Button
                  onClick={() => {
                    narrow({ q: undefined, status: undefined, ...noDecision });
                  }}
                >
                  Show all devices
                </Button>
              </>
            ) : groupId === unassignedDevices ? (
              'Every device is in an administration group. The devices of a group that is deleted come here.'
            ) : (
              'Select another group, or include its subgroups.'
            )}
          </EmptyState>
        }
      />
    </Box>
  );
}
