import type { ForecastRequest, ForecastRun, ForecastRunsRequest } from '#contract/forecast.ts';
import { toInstant } from '#contract/time.ts';
import { call } from '#src/shared/api/client.ts';
import type { SearchParams } from '#src/shared/navigation/route-location.ts';
import { parseShortSpan } from '../inputs/short-instant.ts';

/** What the backend is asked for the table of runs, without sorting and page. @param question without a view */
export function runsRequest(
  question: ForecastRequest,
  { side, fate, zone, sub, by, starts, q }: SearchParams,
  drafted: boolean,
): ForecastRunsRequest {
  const span = parseShortSpan(starts);
  return {
    ...question,
    side: drafted && side !== 'now' ? 'draft' : 'now',
    ...(q === undefined ? {} : { search: q }),
    ...(fate === undefined ? {} : { fate }),
    ...(zone === undefined ? {} : { zone }),
    ...(sub === undefined ? {} : { groupId: sub }),
    ...(by === undefined ? {} : { decision: by }),
    ...(span ? { from: toInstant(span.fromMs), to: toInstant(span.toMs) } : {}),
  };
}

/** How many runs come at once for a file: more take the page so long to read that it answers nobody meanwhile. */
const pageSize = 2_000;

/** Every run that matches, in the order asked for. */
export async function readRuns(request: ForecastRunsRequest): Promise<readonly ForecastRun[]> {
  const rows: ForecastRun[] = [];
  for (let page = 1; ; page++) {
    const answer = await call('forecastRuns', { body: { ...request, page, pageSize } });
    rows.push(...answer.rows);
    if (answer.rows.length < pageSize || rows.length >= answer.total) return rows;
  }
}
