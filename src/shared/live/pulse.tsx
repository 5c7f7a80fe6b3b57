import { useQuery } from '@tanstack/react-query';
import { pulseQuery } from './pulse-query.ts';

/** How often the pulse is asked for, in milliseconds. */
const everyMs = 1_000;

/** Asks for the pulse every second while the page is in sight: once in the whole page, however many lists are open. */
export function Pulse() {
  useQuery({ ...pulseQuery, refetchInterval: everyMs });
  return null;
}

/** Reads the pulse without asking for it. */
const useHeard = () => useQuery({ ...pulseQuery, enabled: false });

interface Lost {
  /** The simulated instant of the last answer. */
  readonly asOf: string;
  readonly error: Error;
  readonly retry: () => void;
}

/** Since when the backend has not answered; null while it does, and before it ever did. */
export function useLost(): Lost | null {
  const { data, error, refetch } = useHeard();
  return error && data ? { asOf: data.clock.now, error, retry: () => void refetch() } : null;
}

interface List {
  readonly data: { readonly asOf: string } | undefined;
  readonly dataUpdatedAt: number;
  readonly isError: boolean;
}

/** The simulated instant as of which a live list holds: that of its answer, or of a later pulse that left it as it is. */
export function useAsOf({ data, dataUpdatedAt, isError }: List): string | undefined {
  const heard = useHeard();
  if (!data || isError || !heard.data || heard.dataUpdatedAt < dataUpdatedAt) return data?.asOf;
  return heard.data.clock.now;
}
