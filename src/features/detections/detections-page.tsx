import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { detectionOutcomes } from '#domain/response/detection.ts';
import { keepWithin } from '#src/shared/api/keep-within.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { asOfWords, LiveNotice } from '#src/shared/live/live-notice.tsx';
import { useAsOf } from '#src/shared/live/heard.ts';
import { useDetectionsPlace } from '#src/shared/navigation/place.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { FilterBox } from '#src/shared/ui/controls/filter-box.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { Pager, useLastPage } from '#src/shared/ui/table/pager.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { TableToolbar } from '#src/shared/ui/table/table-toolbar.tsx';
import { TableViewMenu, useTableView } from '#src/shared/ui/table/table-view.tsx';
import { TableExport } from '#src/shared/ui/table/table-export.tsx';
import { FailedTable, LoadingTable } from '#src/shared/ui/table/table-states.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { detectionColumns, outcomeLabels } from './detection-columns.tsx';
import { FailedDetections } from './failed-detections.tsx';

const ImportDetections = lazyComponent(() => import('./import-detections.tsx').then((m) => m.ImportDetections));

const pageSize = 50;

/** Every detection of the fleet with what came of it: searched, filtered, sorted and paged by the backend. */
export function DetectionsPage() {
  const { search, setSearch } = useDetectionsPlace();
  const { order = 'desc', page = 1, q } = search;
  const outcome = detectionOutcomes.find((name) => name === search.status);
  const asked = { order, ...(q ? { search: q } : {}), ...(outcome ? { outcome } : {}) };
  const detections = useQuery({
    ...queryOf('detections', { params: {}, query: { ...asked, page, pageSize } }),
    placeholderData: keepWithin({}),
  });
  const asOf = useAsOf(detections);
  const whyNotImport = useDenialReason('simulate');
  const choices = useTableView('detections');
  const columns = detectionColumns(viewerZone());
  const narrow = (change: Parameters<typeof setSearch>[0]) => {
    setSearch({ ...change, page: undefined }, { replace: true });
  };
  const beyond = useLastPage(detections.data, page, (last) => {
    setSearch({ page: last }, { replace: true });
  });
  const found = beyond ? undefined : detections.data;
  const retry = () => void detections.refetch();
  const narrowed = q !== undefined || outcome !== undefined;
  return (
    <Box sx={{ px: { xs: 3, md: 6 }, pl: { md: 3 }, py: 4, minWidth: 0 }}>
      <Typography variant="h1" sx={{ mb: 3 }}>
        Detections
      </Typography>
      <TableToolbar
        end={
          <>
            <AllowedButton
              disabledReason={whyNotImport}
              onClick={() => {
                setSearch({ dialog: 'import-detections' });
              }}
            >
              Import…
            </AllowedButton>
            <TableViewMenu columns={columns} view={choices} />
            {found && found.total > 0 && (
              <TableExport
                name="detections"
                total={found.total}
                load={() => import('./detections-csv.ts').then((m) => m.detectionsCsv(asked, viewerZone()))}
              />
            )}
          </>
        }
      >
        <SearchBox
          label="Search detections"
          value={q ?? ''}
          onSearch={(text) => {
            narrow({ q: text });
          }}
        />
        <FilterBox
          label="Outcome"
          values={detectionOutcomes}
          labels={outcomeLabels}
          value={outcome}
          onFilter={(status) => {
            narrow({ status });
          }}
        />
      </TableToolbar>
      <FailedDetections
        failed={found?.failed ?? 0}
        onShow={
          outcome === 'failed' && q === undefined
            ? null
            : () => {
                narrow({ q: undefined, status: 'failed' });
              }
        }
      />
      {!found && !detections.isError && (
        <LoadingTable label="Loading detections" columns={choices.shown(columns)} density={choices.density} />
      )}
      {!found && detections.isError && <FailedTable what="The detections" error={detections.error} onRetry={retry} />}
      {found?.total === 0 && (
        <EmptyState title={narrowed ? 'No detection matches' : 'No detections yet'}>
          {narrowed ? (
            <Button
              onClick={() => {
                narrow({ q: undefined, status: undefined });
              }}
            >
              Show all detections
            </Button>
          ) : (
            'Select a group and simulate a detection there, or import a file of them.'
          )}
        </EmptyState>
      )}
      {found && found.total > 0 && (
        <>
          <LiveNotice what="The detections" error={detections.error} onRetry={retry} />
          <DataTable
            label="Detections"
            columns={choices.shown(columns)}
            density={choices.density}
            rows={found.rows}
            rowId={(detection) => detection.id}
            sorting={{ sort: 'detected', order }}
            onSort={(next) => {
              narrow({ order: next.order });
            }}
            page={found.page}
            reservedHeight={220}
          />
          <Pager
            page={page}
            answer={found}
            what={['detection', 'detections']}
            note={asOfWords(asOf ?? found.asOf)}
            onPage={(next) => {
              setSearch({ page: next });
            }}
          />
        </>
      )}
      {search.dialog === 'import-detections' && (
        <Suspense fallback={null}>
          <ImportDetections
            onClose={() => {
              setSearch({ dialog: undefined });
            }}
          />
        </Suspense>
      )}
    </Box>
  );
}
