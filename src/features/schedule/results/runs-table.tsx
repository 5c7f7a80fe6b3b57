import { Box, Button, Chip, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ForecastRequest, ForecastVariant } from '#contract/forecast.ts';
import { forecastRunSorts } from '#contract/forecast.ts';
import { call } from '#src/shared/api/client.ts';
import { callOptionsOf } from '#src/shared/api/queries.ts';
import { closedWindowParams, useRouteLocation, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { Pager, useLastPage } from '#src/shared/ui/table/pager.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { TableToolbar } from '#src/shared/ui/table/table-toolbar.tsx';
import { TableViewMenu, useTableView } from '#src/shared/ui/table/table-view.tsx';
import { FailedTable, LoadingTable, StaleDataAlert } from '#src/shared/ui/table/table-states.tsx';
import { TableExport } from '#src/shared/ui/table/table-export.tsx';
import { runsRequest } from './runs-request.ts';
import { noRunsFilter } from './runs-filter.ts';
import { describeFilter } from './run-text.ts';
import { hiddenRunColumns, runColumns } from './run-columns.tsx';

const pageSize = 50;
/** The height of the page that is not this table's, in pixels: it is scrolled to. */
const around = 300;

interface RunsTableProps {
  /** The question, pinned to the sample in sight. */
  readonly question: ForecastRequest;
  readonly side: ForecastVariant;
  readonly drafted: boolean;
  /** In which the filter's times are said. */
  readonly zone: string;
  readonly serverZone: string;
  /** The simulated now of the answer: dates of its year are said without it. */
  readonly asOf: string;
}

/** The runs device by device: searched, filtered, sorted and paged by the backend, all of it in the address. */
export function RunsTable({ question, side, drafted, zone, serverZone, asOf }: RunsTableProps) {
  const { groupId, search } = useRouteLocation();
  const setPlace = useSetSearchParams();
  const sort = forecastRunSorts.find((name) => name === search.sort) ?? 'device';
  const order = search.order ?? 'asc';
  const page = search.page ?? 1;
  const request = runsRequest(question, search, drafted);
  const runs = useQuery({
    queryKey: ['forecastRuns', request, sort, order, page] as const,
    queryFn: (context) =>
      call('forecastRuns', { body: { ...request, sort, order, page, pageSize } }, callOptionsOf(context)),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const choices = useTableView('what-if', hiddenRunColumns);
  const columns = runColumns(serverZone, asOf, {
    openDevice: (device) => {
      setPlace({ ...closedWindowParams, device, section: 'threat-response' });
    },
    openPolicy: (policy) => {
      setPlace({ ...closedWindowParams, policy, section: 'threat-response' });
    },
    why: (whyDevice) => {
      setPlace({ why: 'additional', whyDevice });
    },
  });
  const narrow = (change: Parameters<typeof setPlace>[0]) => {
    setPlace({ ...change, page: undefined }, { replace: true });
  };
  const isPastEnd = useLastPage(runs.data, page, (last) => {
    setPlace({ page: last }, { replace: true });
  });
  const found = isPastEnd ? undefined : runs.data;
  const filterLabel = describeFilter(search, side, zone, asOf);
  const retry = () => void runs.refetch();
  return (
    <Box component="section" id="schedule-runs" aria-labelledby="runs-title" sx={{ scrollMarginTop: 60 }}>
      <Typography variant="h2" id="runs-title" sx={{ mb: 2 }}>
        Device by device
      </Typography>
      <TableToolbar
        end={
          <>
            <TableViewMenu columns={columns} view={choices} />
            {found && found.total > 0 && (
              <TableExport
                name={`schedule-${groupId}`}
                total={found.total}
                load={() =>
                  import('../export/runs-csv.ts').then((m) => m.runsCsv({ ...request, sort, order }, serverZone))
                }
              />
            )}
          </>
        }
      >
        <SearchBox
          label="Search runs"
          value={search.q ?? ''}
          onSearch={(q) => {
            narrow({ q });
          }}
        />
        {drafted && (
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label="Settings of the table"
            value={search.side ?? 'draft'}
            onChange={(_, next: 'now' | 'draft' | null) => {
              if (next !== null) narrow({ side: next === 'now' ? 'now' : undefined });
            }}
          >
            <ToggleButton value="draft">Draft</ToggleButton>
            <ToggleButton value="now">Now</ToggleButton>
          </ToggleButtonGroup>
        )}
        {filterLabel !== null && (
          <Chip
            label={`${filterLabel} ✕`}
            aria-label={`Remove the filter: ${filterLabel}`}
            title="Remove this filter"
            onClick={() => {
              narrow(noRunsFilter);
            }}
            sx={{
              borderRadius: 1,
              bgcolor: 'vesper.chosen',
              color: 'primary.main',
              fontSize: 'inherit',
              fontWeight: 550,
              maxWidth: '100%',
              '&:hover': { bgcolor: 'vesper.chosen', textDecoration: 'line-through' },
            }}
          />
        )}
      </TableToolbar>
      {!found && !runs.isError && (
        <LoadingTable
          label="Loading runs"
          columns={choices.shown(columns)}
          density={choices.density}
          reservedHeight={around}
        />
      )}
      {!found && runs.isError && <FailedTable what="The runs" error={runs.error} onRetry={retry} />}
      {found?.total === 0 && (
        <EmptyState title="No run matches">
          <p>No run of this what-if matches the search and the filter.</p>
          <Button
            onClick={() => {
              narrow({ ...noRunsFilter, q: undefined });
            }}
          >
            Show all runs
          </Button>
        </EmptyState>
      )}
      {found && found.total > 0 && (
        <Box aria-busy={runs.isPlaceholderData} sx={{ opacity: runs.isPlaceholderData ? 0.55 : 1 }}>
          <StaleDataAlert what="The runs" error={runs.error} onRetry={retry} />
          <DataTable
            label="Runs"
            columns={choices.shown(columns)}
            density={choices.density}
            rows={found.rows}
            rowId={(run) => `${run.device.id} ${run.detectedAt}`}
            sorting={{ sort, order }}
            onSort={narrow}
            page={found.page}
            reservedHeight={around}
          />
          <Pager
            page={page}
            answer={found}
            what={['run', 'runs']}
            note={`Sample #${String(question.seed)}, task ${String(question.firstTask)}. As of ${dayTimeIn(zone, found.asOf)}, ${zone}`}
            onPage={(next) => {
              setPlace({ page: next });
            }}
          />
        </Box>
      )}
    </Box>
  );
}
