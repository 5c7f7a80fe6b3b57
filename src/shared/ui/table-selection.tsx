import { Box, Checkbox, TableCell } from '@mui/material';
import { hiddenFromSight } from './announcement.tsx';

/** Which rows of the page in sight are ticked, by their ids. */
export interface Selection<Row> {
  readonly ids: ReadonlySet<string>;
  readonly nameOf: (row: Row) => string;
  /** Why the row cannot be ticked, as a sentence; null when it can. */
  readonly whyNot: (row: Row) => string | null;
  readonly onChange: (ids: ReadonlySet<string>) => void;
  /** False where ticking a whole page makes no sense. */
  readonly page?: boolean;
}

interface SelectionProps<Row> {
  readonly selection: Selection<Row>;
  readonly rowId: (row: Row) => string;
}

/** The box that ticks every row of the page that can be ticked, or none. */
export function SelectPage<Row>({ selection, rowId, rows }: SelectionProps<Row> & { rows: readonly Row[] }) {
  if (selection.page === false) {
    return (
      <TableCell padding="checkbox">
        <Box component="span" sx={hiddenFromSight}>
          Selected
        </Box>
      </TableCell>
    );
  }
  const able = rows.filter((row) => selection.whyNot(row) === null).map(rowId);
  const ticked = able.filter((id) => selection.ids.has(id)).length;
  return (
    <TableCell padding="checkbox">
      <span title={able.length === 0 ? 'Nothing on this page can be selected.' : undefined}>
        <Checkbox
          checked={able.length > 0 && ticked === able.length}
          indeterminate={ticked > 0 && ticked < able.length}
          disabled={able.length === 0}
          onChange={(_, on) => {
            selection.onChange(new Set(on ? able : []));
          }}
          slotProps={{ input: { 'aria-label': 'Select all on this page' } }}
        />
      </span>
    </TableCell>
  );
}

/** The box of one row. */
export function SelectRow<Row>({ selection, rowId, row }: SelectionProps<Row> & { row: Row }) {
  const reason = selection.whyNot(row);
  const id = rowId(row);
  return (
    <TableCell padding="checkbox">
      <span title={reason ?? undefined}>
        <Checkbox
          checked={reason === null && selection.ids.has(id)}
          disabled={reason !== null}
          onChange={(_, on) => {
            selection.onChange(new Set([...selection.ids, id].filter((other) => on || other !== id)));
          }}
          slotProps={{ input: { 'aria-label': `Select ${selection.nameOf(row)}` } }}
        />
      </span>
    </TableCell>
  );
}
