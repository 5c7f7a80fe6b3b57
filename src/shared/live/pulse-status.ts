import { useQuery } from '@tanstack/react-query';
import type { PulseView } from '#contract/pulse.ts';
import { pulseQuery } from './pulse-query.ts';

interface ConnectionLoss {
  /** The simulated instant of the last answer. */
  readonly asOf: string;
  readonly error: Error;
  readonly retry: () => void;
}

/** Since when the backend has not answered; null while it does, and before it ever did. */
export function useConnectionLoss(): ConnectionLoss | null {
  const { data, error, refetch } = useQuery({ ...pulseQuery, enabled: false, notifyOnChangeProps: ['error'] });
  return error && data ? { asOf: data.clock.now, error, retry: () => void refetch() } : null;
}

interface List {
  readonly data: { readonly asOf: string } | undefined;
  readonly isError: boolean;
}

/**
 * The simulated instant as of which a live list holds, to the minute: that of its answer, or of a later pulse that left it
 * as it is.
 */
export function useAsOf({ data, isError }: List): string | undefined {
  const heard = useQuery({ ...pulseQuery, enabled: false, select: startOfMinute, notifyOnChangeProps: ['data'] }).data;
  if (!data || isError || heard === undefined) return data?.asOf;
  return Date.parse(heard) > Date.parse(data.asOf) ? heard : data.asOf;
}

/** The begin of the simulated minute: nobody is shown less, and nobody is drawn anew before it is over. */
const startOfMinute = ({ clock }: PulseView): string => {
  const now = new Date(clock.now);
  now.setUTCSeconds(0, 0);
  return now.toISOString();
};
