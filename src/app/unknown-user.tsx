import { Box, Button, Skeleton } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { signInAs } from '#src/shared/api/session.ts';
import { Failure, Plain } from './error-pages.tsx';

/** True when this tab is signed in as somebody whom the server does not know: every answer is *no* then. */
export function useUnknownUser(): boolean {
  const { error } = useQuery({ ...queryOf('world'), staleTime: Infinity });
  return error instanceof ApiProblem && error.kind === 'not-signed-in';
}

/** True when the data was written by a newer version of the console than this page is of: nothing of it is touched. */
export function useNewerData(): boolean {
  const { error } = useQuery({ ...queryOf('world'), staleTime: Infinity });
  return error instanceof ApiProblem && error.kind === 'newer-data';
}

/** In place of every page: says that the server does not know who is signed in here, and whom one can sign in as. */
export function UnknownUser() {
  const queries = useQueryClient();
  const users = useQuery({
    queryKey: ['usersToChoose'],
    queryFn: async ({ signal }) => (await call('world', {}, { signal, asFirstUser: true })).users,
  });
  return (
    <Box component="main">
      <Plain
        title="The server does not know who is signed in here"
        way={
          users.data?.map(({ id, name }, i) => (
            <Button
              key={id}
              {...(i === 0 ? { variant: 'contained', color: 'primary' } : {})}
              onClick={() => {
                signInAs(id);
                void queries.resetQueries();
              }}
            >
              Sign in as {name}
            </Button>
          )) ??
          (users.isPending && <Skeleton variant="rounded" width={168} height={32} />)
        }
      >
        This tab was signed in as a user who is not among the users of the data it shows now. Nothing was lost: sign in
        as one of them.
        {users.isError && <Failure error={users.error} />}
      </Plain>
    </Box>
  );
}
