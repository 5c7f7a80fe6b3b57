import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { isSearchTooLong } from '#src/shared/api/search-limit.ts';
import type { Column } from './column.ts';
import { EmptyState, FailedState, RetryOrReload } from '#src/shared/ui/feedback/page-states.tsx';
import { TableFrame, type Density } from './table-frame.tsx';

interface LoadingTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly density: Density;
  readonly rows?: number | undefined;
  readonly reservedHeight?: number | undefined;
}

/** The placeholder of a table: its headers over rows with the height of the real ones. */
export function LoadingTable<Row>({ label, columns, density, rows = 12, reservedHeight }: LoadingTableProps<Row>) {
  return (
    <Box role="status" aria-label={label}>
      <TableFrame density={density} reservedHeight={reservedHeight}>
        <Table size="small" aria-hidden>
          <TableHead>
            <TableRow>
              {columns.map(({ id, title, align }) => (
                <TableCell key={id} align={align ?? 'left'}>
                  {title}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {columns.map(({ id }, i) => (
                  <td key={id} className="cell">
                    <span className="awaited" style={{ width: i === 0 ? '80%' : '60%' }} />
                  </td>
                ))}
              </tr>
            ))}
          </TableBody>
        </Table>
      </TableFrame>
    </Box>
  );
}

/** Replaces a table that could not be loaded, or whose search text is too long. */
export function FailedTable({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  if (isSearchTooLong(error)) return <EmptyState title="Search text too long">Nothing was searched.</EmptyState>;
  return (
    <>
      <FailedState what={what} error={error} onRetry={onRetry} />
      <Typography color="textSecondary" sx={{ mt: 2 }}>
        Search, filters, sorting and page were kept: they are in the address.
      </Typography>
    </>
  );
}

interface StaleDataAlertProps {
  readonly what: string;
  /** The error of the last refetch; null if it succeeded. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Shown above the last rows after a failed refetch. */
export function StaleDataAlert({ what, error, onRetry }: StaleDataAlertProps) {
  if (error === null) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }} action={<RetryOrReload error={error} onRetry={onRetry} />}>
      {what} could not be refreshed. {sentenceOf(error)} The rows below are the last that arrived.
    </Alert>
  );
}
