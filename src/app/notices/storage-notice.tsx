import { Alert, Button } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WorldView } from '#contract/simulation.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';

const causes: Readonly<Record<NonNullable<WorldView['unstored']>, { what: string; todo: string }>> = {
  full: {
    what: 'The storage of this browser is full.',
    todo: 'Free some room (delete data of other sites, or files on this disk), then try again.',
  },
  refused: {
    what: 'The browser refuses to store data now.',
    todo: 'Allow this site to store data, then try again.',
  },
  replaced: {
    what: 'Another tab of Vesper started this data set anew.',
    todo: 'Export what you want to keep, then reload to use the new data.',
  },
  'not-answering': {
    what: 'The storage of this browser did not answer.',
    todo: 'What was stored before is not changed: close all tabs of Vesper and open it again to try to read it.',
  },
  unavailable: {
    what: 'This browser refuses to store data, as private windows do.',
    todo: 'Open Vesper in an ordinary window, or allow this site to store data and reload.',
  },
};

/** Shown while changes are only in memory: the cause, the consequence and what to do. */
export function StorageNotice({ unstored, sx }: { unstored: NonNullable<WorldView['unstored']>; sx: object }) {
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => call('storeWorld'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['world'] }),
  });
  const { what, todo } = causes[unstored];
  return (
    <Alert
      severity="warning"
      role="status"
      sx={sx}
      action={
        unstored === 'full' || unstored === 'refused' ? (
          <Button
            loading={again.isPending}
            onClick={() => {
              again.mutate();
            }}
          >
            Try again
          </Button>
        ) : undefined
      }
    >
      {what} Everything works, but in memory: changes last until the last tab of Vesper is closed. {todo}
      {again.isSuccess && ' Tried again: still not stored.'}
      {again.isError && ` Not stored. ${sentenceOf(again.error)}`}
    </Alert>
  );
}
