import { Button, Stack, Typography } from '@mui/material';

interface PagerProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly what: string;
  readonly onPage: (page: number) => void;
}

/** Which rows of how many are shown, and the way to the others. */
export function Pager({ page, pageSize, total, what, onPage }: PagerProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const end = Math.min(total, page * pageSize);
  return (
    <Stack direction="row" spacing={2} sx={{ py: 2, alignItems: 'center', justifyContent: 'flex-end' }}>
      <Typography color="textSecondary" role="status">
        {first.toLocaleString('en')}–{end.toLocaleString('en')} of {total.toLocaleString('en')} {what}
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
    </Stack>
  );
}
