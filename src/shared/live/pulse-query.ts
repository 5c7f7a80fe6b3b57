import { queryOptions } from '@tanstack/react-query';
import { pulseOperations } from '#contract/pulse.ts';
import { addOperations, call } from '#src/shared/api/client.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { pulseKey, refreshStale } from './stale-queries.ts';

/** Request timeout in milliseconds. */
const timeoutMs = 5_000;
/** Delay of the one retry, in milliseconds: a single failure is not reported. */
const secondTryMs = 1_000;

// The first pulse is sent before the rest of the contract table is loaded.
addOperations(pulseOperations);

const clockKey = queryOf('clock').queryKey;

/**
 * The versions at which each kind of record last changed, polled instead of every query on the screen. Queries that are older
 * are refetched. The answer includes the clock.
 */
export const pulseQuery = queryOptions({
  queryKey: pulseKey,
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
