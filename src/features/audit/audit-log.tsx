import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { previousDataOf } from '#src/shared/api/previous-data.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useSession } from '#src/shared/rights/denial-reason.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { QueryTable } from '#src/shared/ui/table/query-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { useTableView } from '#src/shared/ui/table/table-view.tsx';
import { auditColumns } from './audit-columns.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { noFilters, useAuditSearch, useSetAuditSearch } from './use-audit-search.ts';
import { ChangeDialogs } from './change-dialogs.tsx';

const pageSize = 50;

/** The audit log: every change by users, newest first. Entries cannot be edited, only undone. */
export function AuditLog() {
  const search = useAuditSearch();
  const setSearch = useSetAuditSearch();
  const { q, by, object, from, to, order = 'desc', page = 1 } = search;
  const query = { search: q, by, object, from, to, order };
  const changes = useQuery({
    ...queryOf('auditLog', { query: { ...query, page, pageSize } }),
    placeholderData: previousDataOf({}),
  });
  const zone = viewerZone();
  const session = useSession();
  const tableView = useTableView('audit');
  const columns = auditColumns(zone, {
    session,
    onOpen: ({ id }) => {
      setSearch({ change: id });
    },
    onUndo: ({ id }) => {
      setSearch({ undo: id });
    },
  });
  const narrowed = [q, by, object, from, to].some((part) => part !== undefined);
  return (
    <Box sx={{ px: { xs: 3, md: 6 }, pl: { md: 3 }, py: 4, minWidth: 0 }}>
      <Typography variant="h1">Audit log</Typography>
      <Typography color="textSecondary" sx={{ mb: 4 }}>
        Who changed what, when, and from what to what. Times are simulated time in {zone}.
      </Typography>
      <QueryTable
        label="Audit log"
        words={{ list: 'The audit log', loading: 'Loading the audit log', noun: ['entry', 'entries'] }}
        query={changes}
        columns={columns}
        rowId={({ id }) => id}
        view={tableView}
        csv={{ name: 'audit-log', load: () => import('./audit-csv.ts').then((m) => m.auditCsv(query, viewerZone())) }}
        sorting={{ sort: 'at', order }}
        onSort={(next) => {
          setSearch({ order: next.order, page: undefined }, { replace: true });
        }}
        paging={{
          page,
          onPage: (next, options) => {
            setSearch({ page: next }, options);
          },
        }}
        note={changes.data && `As of ${dayTimeIn(zone, changes.data.asOf)}, ${zone}`}
        reservedHeight={264}
        toolbar={<AuditFilters />}
        empty={
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
        }
      />
      {changes.data && <ChangeDialogs rows={changes.data.rows} />}
    </Box>
  );
}
