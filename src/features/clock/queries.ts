import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import type { ClockCommand } from '#contract/clock-command.ts';
import { call } from '#src/shared/api/client.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';

/** The simulated clock: every pulse brings it along, since another tab may have set it. */
export const clockQuery = queryOf('clock');

/** Pause, run, jump, or back to real time. Detections that are due by then have created their tasks. */
export const setClock = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (body: ClockCommand) => call('setClock', { body }),
    onSuccess: (clock) => {
      client.setQueryData(clockQuery.queryKey, clock);
      return refreshAffected(client, 'setClock');
    },
  });
