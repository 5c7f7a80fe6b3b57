import { Box, Checkbox, TableCell } from '@mui/material';
import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';

/** Which rows of the page in sight are ticked, by their ids. */
export interface Selection<Row> {
  readonly ids: ReadonlySet<string>;
  readonly nameOf: (row: Row) => string;
  /** Why the row cannot be ticked, as a sentence; null when it can. */
  readonly disabledReason: (row: Row) => string | null;
  readonly onChange: (ids: ReadonlySet<string>) => void;
  /** False where ticking a whole page makes no sense. */
  readonly page?: boolean;
}

interface SelectionProps<Row> {
  readonly selection: Selection<Row>;
  readonly rowId: (row: Row) => string;
}

/** The box that ticks every row of the page that can be ticked, or none. */
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
  const able = rows.filter((row) => selection.disabledReason(row) === null).map(rowId);
  const checked = able.filter((id) => selection.ids.has(id)).length;
  return (
    <TableCell padding="checkbox">
      <span title={able.length === 0 ? 'Nothing on this page can be selected.' : undefined}>
        <Checkbox
          checked={able.length > 0 && checked === able.length}
          indeterminate={checked > 0 && checked < able.length}
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

export interface RowCheckboxProps {
  readonly id: string;
  readonly ticked: boolean;
  /** The box's name: *Select BER-WS-0001*. */
  readonly label: string;
  /** Why the row cannot be ticked; null when it can. */
  readonly reason: string | null;
  readonly onTick: (id: string, on: boolean) => void;
}

/** What the box of any row is made of; `onTick` stays the same, so that only a box that changes is drawn anew. */
export function useRowCheckboxes<Row>(selection: Selection<Row> | undefined, rowId: (row: Row) => string) {
  const latest = useRef(selection);
  useLayoutEffect(() => {
    latest.current = selection;
  });
  const onTick = useCallback((id: string, on: boolean) => {
    const { ids, onChange } = latest.current ?? {};
    onChange?.(new Set([...(ids ?? []), id].filter((other) => on || other !== id)));
  }, []);
  return (row: Row): RowCheckboxProps | null => {
    if (!selection) return null;
    const [id, reason] = [rowId(row), selection.disabledReason(row)];
    return { id, reason, ticked: selection.ids.has(id), label: `Select ${selection.nameOf(row)}`, onTick };
  };
}

/** The box of one row. */
export const RowCheckbox = memo(function SelectRow({ id, ticked, label, reason, onTick }: RowCheckboxProps) {
  return (
    <TableCell padding="checkbox">
      <span title={reason ?? undefined}>
        <Checkbox
          checked={reason === null && ticked}
          disabled={reason !== null}
          onChange={(_, on) => {
            onTick(id, on);
          }}
          slotProps={{ input: { 'aria-label': label } }}
        />
      </span>
    </TableCell>
  );
});
