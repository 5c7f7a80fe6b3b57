import { Box, ButtonBase } from '@mui/material';
import type { Column } from './column.ts';
import { nextSorting, type Sorting } from './sorting.ts';

interface ColumnHeaderProps<Row, Sort extends string> {
  readonly column: Column<Row, Sort>;
  readonly sorting: Sorting<Sort> | undefined;
  readonly onSort: ((next: Sorting<Sort>) => void) | undefined;
}

/** The title of a column, as a button if the table can be sorted by it. */
export function ColumnHeader<Row, Sort extends string>({ column, sorting, onSort }: ColumnHeaderProps<Row, Sort>) {
  const { sort, title } = column;
  if (sort === undefined || !onSort) return title;
  const sorts = sorting?.sort === sort;
  return (
    <ButtonBase
      title={`Sort by ${title}`}
      onClick={() => {
        onSort(nextSorting(sort, sorting));
      }}
      sx={{
        font: 'inherit',
        display: 'flex',
        minHeight: 24,
        ml: column.align === 'right' ? 'auto' : 0,
        // In a right-aligned column the arrow precedes the title, so that the title stays above its figures.
        flexDirection: column.align === 'right' ? 'row-reverse' : 'row',
        gap: 1.5,
        color: sorts ? 'text.primary' : 'inherit',
        '&:hover, &:focus-visible': { color: 'text.primary' },
        '&:hover .arrow, &:focus-visible .arrow': { opacity: 1 },
      }}
    >
      {title}
      <Box
        component="span"
        className="arrow"
        aria-hidden
        sx={{ color: sorts ? 'primary.main' : 'inherit', opacity: sorts ? 1 : 0, width: 10, textAlign: 'center' }}
      >
        {sorts && sorting.order === 'desc' ? '↓' : '↑'}
      </Box>
    </ButtonBase>
  );
}
