import {
  Alert,
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { Pager } from '#src/shared/ui/table/pager.tsx';
import { TableFrame } from '#src/shared/ui/table/table-frame.tsx';
import { ignoredValueLines, inventoryLabels, previewLines, describeRejected, describeRow } from './inventory-text.ts';
import type { InventoryPreview, PreviewPage, RowOutcome } from './use-inventory-import.ts';

interface ReviewStepProps {
  readonly preview: { readonly answer: InventoryPreview; readonly at: PreviewPage } | null;
  readonly onLook: (at: PreviewPage) => void;
  readonly onRejected: () => void;
}

/** What each row would do, errors first, with the rows that are left out as a file to mend. */
export function ReviewStep({ preview, onLook, onRejected }: ReviewStepProps) {
  if (!preview) return <Typography color="textSecondary">Comparing the file with the fleet…</Typography>;
  const { answer, at } = preview;
  const { valid, invalid } = answer;
  return (
    <>
      <Alert severity={valid > 0 ? 'info' : 'warning'} variant="outlined" role="status">
        {valid > 0 ? (
          previewLines(answer).map((line) => <div key={line}>{line}</div>)
        ) : (
          <div>No row can be imported.</div>
        )}
        {ignoredValueLines(answer).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Alert>
      {invalid > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ '& .MuiAlert-message': { flex: 1 } }}>
          <Box
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'space-between' }}
          >
            <Box sx={{ flex: '1 1 260px' }}>{describeRejected(invalid)}</Box>
            <Button size="small" onClick={onRejected}>
              Download rejected rows
            </Button>
          </Box>
        </Alert>
      )}
      <OutcomeFilter answer={answer} show={at.show} onLook={onLook} />
      <RowTable answer={answer} />
      <Pager
        page={at.page}
        answer={answer.plan}
        what={['row', 'rows']}
        onPage={(page) => {
          onLook({ ...at, page });
        }}
      />
    </>
  );
}

const outcomeLabels: Readonly<Record<RowOutcome, string>> = {
  error: 'Rejected',
  move: 'Moved',
  update: 'Updated',
  create: 'New',
  unchanged: 'Unchanged',
};

function OutcomeFilter({
  answer,
  show,
  onLook,
}: {
  readonly answer: InventoryPreview;
  readonly show: RowOutcome | undefined;
  readonly onLook: (at: PreviewPage) => void;
}) {
  const counts: Readonly<Record<RowOutcome, number>> = {
    error: answer.invalid,
    move: answer.moved,
    update: answer.updated - answer.moved,
    create: answer.created,
    unchanged: answer.unchanged,
  };
  const some = (['error', 'move', 'update', 'create', 'unchanged'] as const).filter((one) => counts[one] > 0);
  if (some.length < 2) return null;
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="Rows to show"
      value={show ?? 'all'}
      onChange={(_, chosen: RowOutcome | 'all' | null) => {
        onLook({ show: chosen === 'all' || chosen === null ? undefined : chosen, page: 1 });
      }}
      sx={{ flexWrap: 'wrap' }}
    >
      <ToggleButton value="all">All</ToggleButton>
      {some.map((one) => (
        <ToggleButton key={one} value={one}>
          {outcomeLabels[one]} ({counts[one].toLocaleString('en')})
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function RowTable({ answer: { plan } }: { readonly answer: InventoryPreview }) {
  return (
    <TableFrame label="Rows" density="dense" reservedHeight={560}>
      <Table aria-label="Rows" size="small" stickyHeader sx={{ '& td.wraps': { whiteSpace: 'normal', py: 1 } }}>
        <TableHead>
          <TableRow>
            <TableCell>Line</TableCell>
            <TableCell>{inventoryLabels.name}</TableCell>
            <TableCell>Result</TableCell>
            <TableCell>Details</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {plan.rows.map((row) => (
            <TableRow key={row.line}>
              <TableCell>{row.line}</TableCell>
              <TableCell title={row.name}>{row.name}</TableCell>
              <TableCell>
                <Box component="span" sx={{ color: row.outcome === 'error' ? 'error.main' : 'text.primary' }}>
                  {outcomeLabels[row.outcome]}
                </Box>
              </TableCell>
              <TableCell className="grow wraps">{describeRow(row)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableFrame>
  );
}
