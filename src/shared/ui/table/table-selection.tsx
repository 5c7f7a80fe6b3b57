import { Box, Checkbox, TableCell } from '@mui/material';
import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';

/** The selected rows of the current page, by id. */
export interface Selection<Row> {
  readonly ids: ReadonlySet<string>;
  readonly nameOf: (row: Row) => string;
  /** Why the row cannot be selected, as a sentence; null if it can. */
  readonly disabledReason: (row: Row) => string | null;
  readonly onChange: (ids: ReadonlySet<string>) => void;
  /** False hides the checkbox that selects the whole page. */
  readonly page?: boolean;
}

interface SelectionProps<Row> {
  readonly selection: Selection<Row>;
  readonly rowId: (row: Row) => string;
}

/** Selects every selectable row of the page, or none. */
export function PageCheckbox<Row>({ selection, rowId, rows }: SelectionProps<Row> & { rows: readonly Row[] }) {
  if (selection.page === false) {
    return (
      <TableCell padding="checkbox">
        <Box component="span" sx={visuallyHidden}>
          Selected
        </Box>
      </TableCell>
    );
  }
  const selectable = rows.filter((row) => selection.disabledReason(row) === null).map(rowId);
  const checked = selectable.filter((id) => selection.ids.has(id)).length;
  return (
    <TableCell padding="checkbox">
      <span title={selectable.length === 0 ? 'Nothing on this page can be selected.' : undefined}>
        <Checkbox
          checked={selectable.length > 0 && checked === selectable.length}
          indeterminate={checked > 0 && checked < selectable.length}
          disabled={selectable.length === 0}
          onChange={(_, on) => {
            selection.onChange(new Set(on ? selectable : []));
          }}
          slotProps={{ input: { 'aria-label': 'Select all on this page' } }}
        />
      </span>
    </TableCell>
  );
}

export interface RowCheckboxProps {
  readonly id: string;
  readonly selected: boolean;
  /** The accessible name: *Select BER-WS-0001*. */
  readonly label: string;
  /** Why the row cannot be selected; null if it can. */
  readonly reason: string | null;
  readonly onToggle: (id: string, on: boolean) => void;
}

/** The props of each row's checkbox. `onToggle` keeps its identity, so that only a checkbox that changes renders again. */
export function useRowCheckboxes<Row>(selection: Selection<Row> | undefined, rowId: (row: Row) => string) {
  const latest = useRef(selection);
  useLayoutEffect(() => {
    latest.current = selection;
  });
  const onToggle = useCallback((id: string, on: boolean) => {
    const { ids, onChange } = latest.current ?? {};
    onChange?.(new Set([...(ids ?? []), id].filter((other) => on || other !== id)));
  }, []);
  return (row: Row): RowCheckboxProps | null => {
    if (!selection) return null;
    const [id, reason] = [rowId(row), selection.disabledReason(row)];
    return { id, reason, selected: selection.ids.has(id), label: `Select ${selection.nameOf(row)}`, onToggle };
  };
}

export const RowCheckbox = memo(function RowCheckbox({ id, selected, label, reason, onToggle }: RowCheckboxProps) {
  return (
    <TableCell padding="checkbox">
      <span title={reason ?? undefined}>
        <Checkbox
          checked={reason === null && selected}
          disabled={reason !== null}
          onChange={(_, on) => {
            onToggle(id, on);
          }}
          slotProps={{ input: { 'aria-label': label } }}
        />
      </span>
    </TableCell>
  );
});
