import { Box, Button, Typography } from '@mui/material';
import { useEffect } from 'react';
import { lastPage, formatRowRange, type Noun } from '#src/shared/ui/format-count.ts';

interface PageAnswer {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

interface PagerProps {
  /** The page that is asked for, from which one goes on. */
  readonly page: number;
  /** The page in sight: another one as long as the one that is asked for is on its way. */
  readonly answer: PageAnswer;
  readonly what: Noun;
  /** What else is to know of these rows: as of when they hold, or in which zone their times are. */
  readonly note?: string;
  readonly onPage: (page: number) => void;
}

/** Which rows of how many are shown, and the way to the others. */
export function Pager({ page, answer, what, note, onPage }: PagerProps) {
  const { pageSize, total } = answer;
  const last = lastPage(total, pageSize);
  return (
    <Box sx={{ display: 'flex', gap: 2, pt: 2, minHeight: 40, alignItems: 'center', justifyContent: 'flex-end' }}>
      {note !== undefined && (
        <Typography color="textSecondary" sx={{ flex: 1 }}>
          {note}
        </Typography>
      )}
      <Typography color="textSecondary" role="status">
        {formatRowRange(answer.page, pageSize, total, what)}
      </Typography>
      {last > 1 && (
        <>
          <Button
            disabled={page <= 1}
            onClick={() => {
              onPage(page - 1);
            }}
          >
            Previous page
          </Button>
          <Button
            disabled={page >= last}
            onClick={() => {
              onPage(page + 1);
            }}
          >
            Next page
          </Button>
        </>
      )}
    </Box>
  );
}

/** How many rows there are, under a table that has no pages. */
export const RowCount = ({ total, ...rest }: Pick<PagerProps, 'what' | 'note'> & Pick<PageAnswer, 'total'>) => (
  <Pager {...rest} page={1} answer={{ page: 1, pageSize: Math.max(1, total), total }} onPage={() => undefined} />
);

/**
 * Goes to the last page when the one that was asked for lies beyond the end: an old link, or rows that left a live
 * list. True while it does, so that nothing empty shows meanwhile.
 * @param requestedPage the page in the address; the answer may still be the one before
 */
export function useLastPage(
  answer: PageAnswer | undefined,
  requestedPage: number,
  onPage: (page: number) => void,
): boolean {
  const last = answer && lastPage(answer.total, answer.pageSize);
  const beyond = answer !== undefined && last !== undefined && answer.page > last;
  useEffect(() => {
    if (beyond && requestedPage > last) onPage(last);
  });
  return beyond;
}
