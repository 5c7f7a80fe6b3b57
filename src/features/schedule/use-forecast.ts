import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Forecast, ForecastRequest } from '#contract/forecast.ts';
import { call } from '#src/shared/api/client.ts';
import { callOptionsOf } from '#src/shared/api/queries.ts';

/** An answer with the question that it answers. */
export interface Answered {
  readonly question: ForecastRequest;
  readonly answer: Forecast;
}

export interface ForecastQuery {
  /** The last answer there is for this place; it may belong to an earlier question. */
  readonly shown: Answered | null;
  /** True where what is shown answers what is asked. */
  readonly fits: boolean;
  readonly error: Error | null;
  /** The job that works on the answer; null while none does. */
  readonly job: string | null;
  /** Ends the work; what was shown stays. */
  readonly cancel: () => void;
  readonly ask: () => void;
}

/** Requests a forecast, or nothing without a question. The last answer for the same place stays until the next one arrives. */
export function useForecast(question: ForecastRequest | null): ForecastQuery {
  const queries = useQueryClient();
  const [job, setJob] = useState<string | null>(null);
  const [last, setLast] = useState<Answered | null>(null);
  const queryKey = ['forecast', question] as const;
  const query = useQuery({
    queryKey,
    queryFn: question
      ? (context) => {
          const id = crypto.randomUUID();
          setJob(id);
          return call('forecast', { body: question }, { ...callOptionsOf(context), job: id });
        }
      : skipToken,
    // The same question has the same answer until something is written, and then it is asked again.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (question && query.data && last?.answer !== query.data) setLast({ question, answer: query.data });
  const sameTarget =
    last !== null && question !== null && JSON.stringify(last.question.place) === JSON.stringify(question.place);
  return {
    shown: question && query.data ? { question, answer: query.data } : sameTarget ? last : null,
    fits: query.data !== undefined,
    error: query.error,
    job: query.isFetching ? job : null,
    cancel: () => void queries.cancelQueries({ queryKey }),
    ask: () => void query.refetch(),
  };
}
