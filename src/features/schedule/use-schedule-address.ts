import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { clockQuery } from '#src/features/clock/queries.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { usePlace, useSetPlace, type PlaceSearch } from '#src/shared/navigation/place.ts';
import { inputsOf, questionOf, searchOf, type Detections, type Inputs } from './inputs.ts';

const minuteMs = 60_000;

type Change = { [K in keyof PlaceSearch]?: PlaceSearch[K] | undefined };

/**
 * What the address asks, and how to change it. Where it names no detection, the one detection is at the simulated now
 * of the moment in which the tab was opened; the first change writes it down.
 */
export function useScheduleAddress() {
  const { groupId, search } = usePlace();
  const setPlace = useSetPlace();
  const clock = useQuery({ ...clockQuery, refetchOnMount: 'always' });
  const now = useSimulatedNow();
  const [openedMs, setOpenedMs] = useState<number | null>(null);
  if (openedMs === null && clock.isFetchedAfterMount && clock.data) setOpenedMs(toTheMinute(now));
  const inputs = inputsOf(search);
  const nowMs = openedMs ?? toTheMinute(now);
  const detections: Detections = inputs.detections ?? { kind: 'at', instants: [nowMs] };
  const change = (next: Partial<Inputs>, beside: Change = {}) => {
    setPlace({ ...searchOf({ ...inputs, detections, ...next }), ...beside }, { replace: true });
  };
  return {
    groupId,
    search,
    inputs,
    detections,
    /** Null until the simulated clock is known. */
    question: inputs.detections === null && openedMs === null ? null : questionOf(inputs, groupId, nowMs),
    nowMs: toTheMinute(now),
    /** Another question: the table of its runs begins anew. */
    ask: (next: Partial<Inputs>) => {
      change({ view: null, ...next }, { page: undefined });
    },
    /** Another part of time, or another way to look at the same answer. */
    show: change,
  };
}

export type ScheduleAddress = ReturnType<typeof useScheduleAddress>;

const toTheMinute = (ms: number) => Math.floor(ms / minuteMs) * minuteMs;
