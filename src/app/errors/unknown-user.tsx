import { Box, Button, Skeleton } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#src/shared/api/client.ts';
import { signInAs } from '#src/shared/api/session.ts';
import { Failure, MessagePage } from './error-pages.tsx';

/** Replaces every page if the server does not know the user of this tab; offers its users. */
export function UnknownUser() {
  const queries = useQueryClient();
  const users = useQuery({
    queryKey: ['usersToChoose'],
    queryFn: async ({ signal }) => (await call('world', {}, { signal, asFirstUser: true })).users,
  });
  return (
    <Box component="main">
      <MessagePage
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
      </MessagePage>
    </Box>
  );
}
