import { queryOptions } from '@tanstack/react-query';
import { pulseOperations } from '#contract/pulse.ts';
import { addOperations, call } from '#src/shared/api/client.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { refreshStale } from './stale-queries.ts';

/** How long an answer may take before it counts as none, in milliseconds. */
const timeoutMs = 5_000;
/** How long after a failure it is asked once more, in milliseconds: only the second failure is one. */
const secondTryMs = 1_000;

// The pulse comes before the rest of the table.
addOperations(pulseOperations);

const clockKey = queryOf('clock').queryKey;

/**
 * What has changed since when, whoever changed it: asked in place of all that is on the screen. What is out of date by it
 * is asked for again. It brings the clock along.
 */
export const pulseQuery = queryOptions({
  queryKey: ['pulse', {}] as const,
  queryFn: async ({ signal, client }) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    let version = '';
    const onVersion = (one: string) => {
      version = one;
    };
    const pulse = await call('pulse', {}, { signal: limit, tries: 1, onVersion });
    client.setQueryData(clockKey, pulse.clock);
    refreshStale(client, { ...pulse, version });
    return pulse;
  },
  // The service worker answers without a network too.
  networkMode: 'always',
  retry: 1,
  retryDelay: secondTryMs,
});
