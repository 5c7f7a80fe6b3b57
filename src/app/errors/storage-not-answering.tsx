import { Box, Button } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { Failure, MessagePage } from './error-pages.tsx';

/** Replaces every page if the storage does not answer: *Retry* or *Continue in memory*. */
export function StorageNotAnswering() {
  const queries = useQueryClient();
  const open = useMutation({
    mutationFn: (persistence: 'indexed-db' | 'memory') => call('openWorld', { body: { persistence } }),
    onSuccess: () => queries.resetQueries(),
  });
  const way = (persistence: 'indexed-db' | 'memory') => ({
    loading: open.isPending && open.variables === persistence,
    disabled: open.isPending,
    onClick: () => {
      open.mutate(persistence);
    },
  });
  const still = open.error instanceof ApiProblem && open.error.kind === 'storage-not-answering';
  return (
    <Box component="main">
      <MessagePage
        title="The storage of this browser does not answer"
        way={
          <>
            <Button variant="contained" color="primary" {...way('indexed-db')}>
              Retry
            </Button>
            <Button {...way('memory')}>Continue in memory</Button>
          </>
        }
      >
        Stored data cannot be read now. It was not changed. Close the other tabs of Vesper and retry; if that does not
        help, restart the browser. In memory, Vesper starts with new demo data, and changes last until the last tab of
        Vesper is closed.
        <Box role="status">
          {still && <Failure error={new Error('Tried again: the storage still does not answer.')} />}
        </Box>
        {open.isError && !still && <Failure error={open.error} />}
      </MessagePage>
    </Box>
  );
}
