import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { keepWithin } from '#src/shared/api/keep-within.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useSession } from '#src/shared/rights/denial-reason.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { Pager, useLastPage } from '#src/shared/ui/table/pager.tsx';
import { TableToolbar } from '#src/shared/ui/table/table-toolbar.tsx';
import { TableViewMenu, useTableView } from '#src/shared/ui/table/table-view.tsx';
import { TableExport } from '#src/shared/ui/table/table-export.tsx';
import { FailedTable, LoadingTable, StaleDataAlert } from '#src/shared/ui/table/table-states.tsx';
import { auditColumns } from './audit-columns.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { noFilters, useAuditSearch, useSetAuditSearch } from './use-audit-search.ts';
import { ChangeDialogs } from './change-dialogs.tsx';

const pageSize = 50;

/** The audit log: every change that people made, newest first. Nothing here can be changed, only taken back. */
export function AuditLog() {
  const search = useAuditSearch();
  const setSearch = useSetAuditSearch();
  const { q, by, object, from, to, order = 'desc', page = 1 } = search;
  const asked = { search: q, by, object, from, to, order };
  const changes = useQuery({
    ...queryOf('auditLog', { query: { ...asked, page, pageSize } }),
    placeholderData: keepWithin({}),
  });
  const choices = useTableView('audit');
  const zone = viewerZone();
  const session = useSession();
  const columns = auditColumns(zone, {
    session,
    onOpen: ({ id }) => {
      setSearch({ change: id });
    },
    onUndo: ({ id }) => {
      setSearch({ undo: id });
    },
  });
  const beyond = useLastPage(changes.data, page, (last) => {
    setSearch({ page: last }, { replace: true });
  });
  const found = beyond ? undefined : changes.data;
  const retry = () => void changes.refetch();
  const narrowed = [q, by, object, from, to].some((part) => part !== undefined);
  return (
    <Box sx={{ px: { xs: 3, md: 6 }, pl: { md: 3 }, py: 4, minWidth: 0 }}>
      <Typography variant="h1">Audit log</Typography>
      <Typography color="textSecondary" sx={{ mb: 4 }}>
        Who changed what, when, and from what to what. Times are simulated time in {zone}.
      </Typography>
      <TableToolbar
        end={
          <>
            <TableViewMenu columns={columns} view={choices} />
            {found && found.total > 0 && (
              <TableExport
                name="audit-log"
                total={found.total}
                load={() => import('./audit-csv.ts').then((m) => m.auditCsv(asked, viewerZone()))}
              />
            )}
          </>
        }
      >
        <AuditFilters />
      </TableToolbar>
      {!found && !changes.isError && (
        <LoadingTable label="Loading the audit log" columns={choices.shown(columns)} density={choices.density} />
      )}
      {!found && changes.isError && <FailedTable what="The audit log" error={changes.error} onRetry={retry} />}
      {found?.total === 0 && (
        <EmptyState title={narrowed ? 'No entry matches' : 'Nothing was changed yet'}>
          {narrowed ? (
            <Button
              onClick={() => {
                setSearch({ ...noFilters, page: undefined });
              }}
            >
              Show the whole audit log
            </Button>
          ) : (
            'Every save of a policy, a device or a group will stand here, with who made it and when.'
          )}
        </EmptyState>
      )}
      {found && found.total > 0 && (
        <>
          <StaleDataAlert what="The audit log" error={changes.error} onRetry={retry} />
          <DataTable
            label="Audit log"
            columns={choices.shown(columns)}
            density={choices.density}
            rows={found.rows}
            rowId={({ id }) => id}
            sorting={{ sort: 'at', order }}
            onSort={(next) => {
              setSearch({ order: next.order, page: undefined }, { replace: true });
            }}
            page={found.page}
            reservedHeight={264}
          />
          <Pager
            page={page}
            answer={found}
            what={['entry', 'entries']}
            note={`As of ${dayTimeIn(zone, found.asOf)}, ${zone}`}
            onPage={(next) => {
              setSearch({ page: next });
            }}
          />
        </>
      )}
      {found && <ChangeDialogs rows={found.rows} />}
    </Box>
  );
}
