import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '#src/shared/api/queries.ts';
import { useRouteLocation, useSetSearchParams, type SearchParams } from '#src/shared/navigation/route-location.ts';
import { parseInputs, toForecastQuestion, toSearchParams, type Detections, type Inputs } from './inputs.ts';

const minuteMs = 60_000;

type Change = { [K in keyof SearchParams]?: SearchParams[K] | undefined };

/**
 * What the address asks, and how to change it. Where it names no detection, the one detection is at the simulated now
 * of the moment in which the tab was opened; the first change writes it down.
 */
export function useScheduleSearch() {
  const { groupId, search } = useRouteLocation();
  const setPlace = useSetSearchParams();
  const [openedAtMs, setOpenedMs] = useState<number | null>(null);
  const clock = useQuery({
    ...queryOf('clock'),
    refetchOnMount: 'always',
    // Once it is known, the running clock must not draw the whole tab again at every tick.
    notifyOnChangeProps: openedAtMs === null ? 'all' : [],
  });
  if (openedAtMs === null && clock.isFetchedAfterMount && clock.data) setOpenedMs(toTheMinute(clock.data.now));
  const inputs = parseInputs(search);
  const nowMs = openedAtMs ?? 0;
  const detections: Detections = inputs.detections ?? { kind: 'at', instants: [nowMs] };
  const change = (next: Partial<Inputs>, beside: Change = {}) => {
    setPlace({ ...toSearchParams({ ...inputs, detections, ...next }), ...beside }, { replace: true });
  };
  return {
    groupId,
    search,
    inputs,
    detections,
    /** The simulated now as the tab was opened, epoch milliseconds; null until it is known. */
    openedMs: openedAtMs,
    /** Null until the simulated clock is known. */
    question: inputs.detections === null && openedAtMs === null ? null : toForecastQuestion(inputs, groupId, nowMs),
    /** Another question: the table of its runs begins anew. */
    ask: (next: Partial<Inputs>) => {
      change({ view: null, ...next }, { page: undefined });
    },
    /** Another part of time, or another way to look at the same answer. */
    show: change,
  };
}

export type ScheduleSearch = ReturnType<typeof useScheduleSearch>;

const toTheMinute = (instant: string) => Math.floor(Date.parse(instant) / minuteMs) * minuteMs;
