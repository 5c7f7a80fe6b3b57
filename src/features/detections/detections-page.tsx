import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { detectionOutcomes } from '#domain/response/detection.ts';
import { previousDataOf } from '#src/shared/api/previous-data.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { asOfWords, LiveNotice } from '#src/shared/live/live-notice.tsx';
import { useAsOf } from '#src/shared/live/pulse-status.ts';
import { useDetectionsSearchParams } from '#src/shared/navigation/route-location.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { FilterBox } from '#src/shared/ui/controls/filter-box.tsx';
import { QueryTable } from '#src/shared/ui/table/query-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { useTableView } from '#src/shared/ui/table/table-view.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { detectionColumns, outcomeLabels } from './detection-columns.tsx';
import { FailedDetections } from './failed-detections.tsx';

const ImportDetections = lazyComponent(() => import('./import-detections.tsx').then((m) => m.ImportDetections));

const pageSize = 50;

/** All detections of the fleet with their outcomes, live. */
export function DetectionsPage() {
  const { search, setSearch } = useDetectionsSearchParams();
  const { order = 'desc', page = 1, q } = search;
  const outcome = detectionOutcomes.find((name) => name === search.status);
  const query = { order, ...(q ? { search: q } : {}), ...(outcome ? { outcome } : {}) };
  const detections = useQuery({
    ...queryOf('detections', { params: {}, query: { ...query, page, pageSize } }),
    placeholderData: previousDataOf({}),
  });
  const asOf = useAsOf(detections);
  const whyNotImport = useDenialReason('simulate');
  const tableView = useTableView('detections');
  const columns = detectionColumns(viewerZone());
  const narrow = (change: Parameters<typeof setSearch>[0]) => {
    setSearch({ ...change, page: undefined }, { replace: true });
  };
  const narrowed = q !== undefined || outcome !== undefined;
  return (
    <Box sx={{ px: { xs: 3, md: 6 }, pl: { md: 3 }, py: 4, minWidth: 0 }}>
      <Typography variant="h1" sx={{ mb: 3 }}>
        Detections
      </Typography>
      <QueryTable
        label="Detections"
        words={{ list: 'The detections', loading: 'Loading detections', noun: ['detection', 'detections'] }}
        query={detections}
        columns={columns}
        rowId={(detection) => detection.id}
        view={tableView}
        csv={{
          name: 'detections',
          load: () => import('./detections-csv.ts').then((m) => m.detectionsCsv(query, viewerZone())),
        }}
        StaleNotice={LiveNotice}
        sorting={{ sort: 'detected', order }}
        onSort={(next) => {
          narrow({ order: next.order });
        }}
        paging={{
          page,
          onPage: (next, options) => {
            setSearch({ page: next }, options);
          },
        }}
        note={detections.data && asOfWords(asOf ?? detections.data.asOf)}
        reservedHeight={220}
        actions={
          <AllowedButton
            disabledReason={whyNotImport}
            onClick={() => {
              setSearch({ dialog: 'import-detections' });
            }}
          >
            Import…
          </AllowedButton>
        }
        toolbar={
          <>
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
          </>
        }
        notice={
          <FailedDetections
            failed={detections.data?.failed ?? 0}
            onShow={
              outcome === 'failed' && q === undefined
                ? null
                : () => {
                    narrow({ q: undefined, status: 'failed' });
                  }
            }
          />
        }
        empty={
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
        }
      />
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
