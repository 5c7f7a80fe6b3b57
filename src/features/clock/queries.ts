import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import type { ClockCommand } from '#contract/clock-command.ts';
import { call } from '#src/shared/api/client.ts';
import { queryOf } from '#src/shared/api/queries.ts';

/** The simulated clock: every pulse brings it along, since another tab may have set it. */
export const clockQuery = queryOf('clock');

/** Pause, run, jump, or back to real time. With the clock everything else may have changed, so all is asked again. */
export const setClock = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (body: ClockCommand) => call('setClock', { body }),
    onSuccess: (clock) => {
      client.setQueryData(clockQuery.queryKey, clock);
      return client.invalidateQueries();
    },
  });
