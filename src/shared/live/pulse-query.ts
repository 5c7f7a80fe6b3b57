import { queryOptions, type Query } from '@tanstack/react-query';
import type { OperationName } from '#contract/operations.ts';
import { call } from '#src/shared/api/client.ts';
import { isPassing } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';

/** What a live screen shows; everything else changes only by what somebody does, and is asked for again then. */
const live: readonly OperationName[] = [
  'groupTasks',
  'task',
  'taskRuns',
  'taskTimeline',
  'runDecisions',
  'deviceRuns',
  'detections',
];

/** How long an answer may take before it counts as none, in milliseconds. */
const patienceMs = 5_000;
/** How long after a failure it is asked once more, in milliseconds: only the second failure is one. */
const secondTryMs = 1_000;

const queryKey = ['pulse', {}] as const;
const clockKey = queryOf('clock').queryKey;

/**
 * Whether anything that a live list shows has changed: asked in place of all the lists, which are asked again only when
 * it has. It brings the clock along.
 */
export const pulseQuery = queryOptions({
  queryKey,
  queryFn: async ({ signal, client }) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const pulse = await call('pulse', {}, { signal: limit, tries: 1 });
    const before = client.getQueryData<typeof pulse>(queryKey);
    client.setQueryData(clockKey, pulse.clock);
    const changed = before?.version !== pulse.version;
    void client.invalidateQueries({ predicate: (query) => isLive(query) && (changed || failedInPassing(query)) });
    return pulse;
  },
  // The service worker answers without a network too.
  networkMode: 'always',
  retry: 1,
  retryDelay: secondTryMs,
});

const isLive = ({ queryKey: [name] }: Query): boolean => live.some((operation) => operation === name);

/** Once the backend answers again, so does what failed while it did not. */
const failedInPassing = ({ state }: Query): boolean => state.error !== null && isPassing(state.error);
