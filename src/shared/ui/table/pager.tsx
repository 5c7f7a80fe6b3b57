import { Box, Button, Typography } from '@mui/material';
import { useEffect } from 'react';
import { lastPage, formatRowRange, type Noun } from '#src/shared/ui/format-count.ts';

interface PageAnswer {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

interface PagerProps {
  /** The requested page; *Previous* and *Next* start from it. */
  readonly page: number;
  /** The page shown, which may be the previous one while the requested page loads. */
  readonly answer: PageAnswer;
  readonly what: Noun;
  /** Such as the instant and the time zone of the rows. */
  readonly note?: string | undefined;
  readonly onPage: (page: number) => void;
}

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

/** The row count of a table without pages. */
export const RowCount = ({ total, ...rest }: Pick<PagerProps, 'what' | 'note'> & Pick<PageAnswer, 'total'>) => (
  <Pager {...rest} page={1} answer={{ page: 1, pageSize: Math.max(1, total), total }} onPage={() => undefined} />
);

/**
 * Goes to the last page if the requested one lies past the end: an old link, or a live list that became shorter.
 * @param requestedPage the page in the address; the answer may still be that of the previous one
 * @returns true until the last page has loaded, so that the list does not look empty meanwhile
 */
export function useLastPage(
  answer: PageAnswer | undefined,
  requestedPage: number,
  onPage: (page: number) => void,
): boolean {
  const last = answer && lastPage(answer.total, answer.pageSize);
  const isPastEnd = answer !== undefined && last !== undefined && answer.page > last;
  useEffect(() => {
    if (isPastEnd && requestedPage > last) onPage(last);
  });
  return isPastEnd;
}
