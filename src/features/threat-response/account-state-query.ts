import { queryOptions } from '@tanstack/react-query';
import { call } from '#src/shared/api/client.ts';
import { callOptionsOf } from '#src/shared/api/queries.ts';

/**
 * The special account as the settings show it. How many policies and devices use it is not shown there, so a save of one is
 * no reason to read it again.
 */
export const accountStateQuery = queryOptions({
  queryKey: ['account', { part: 'state' }] as const,
  queryFn: (context) => call('account', {}, callOptionsOf(context)),
  meta: { shows: ['account'] },
});
