import { useQuery } from '@tanstack/react-query';
import type { PulseView } from '#contract/pulse.ts';
import { pulseQuery } from './pulse-query.ts';

interface ConnectionLoss {
  /** The simulated instant of the last pulse. */
  readonly asOf: string;
  readonly error: Error;
  readonly retry: () => void;
}

/** The loss of the connection to the backend; null while it answers, and before the first pulse. */
export function useConnectionLoss(): ConnectionLoss | null {
  const { data, error, refetch } = useQuery({ ...pulseQuery, enabled: false, notifyOnChangeProps: ['error'] });
  return error && data ? { asOf: data.clock.now, error, retry: () => void refetch() } : null;
}

interface List {
  readonly data: { readonly asOf: string } | undefined;
  readonly isError: boolean;
}

/**
 * The simulated instant, to the minute, as of which a live list is valid: that of its answer, or of a later pulse that did not
 * change it.
 */
export function useAsOf({ data, isError }: List): string | undefined {
  const heard = useQuery({ ...pulseQuery, enabled: false, select: startOfMinute, notifyOnChangeProps: ['data'] }).data;
  if (!data || isError || heard === undefined) return data?.asOf;
  return Date.parse(heard) > Date.parse(data.asOf) ? heard : data.asOf;
}

/** The start of the simulated minute, so that a component renders at most once a minute. */
const startOfMinute = ({ clock }: PulseView): string => {
  const now = new Date(clock.now);
  now.setUTCSeconds(0, 0);
  return now.toISOString();
};
