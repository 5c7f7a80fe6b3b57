import type { Answer, Parsed } from '#contract/operations.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import type { Forecast } from '#contract/forecast.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { Problem } from '#backend/problem.ts';
import type { RequestContext } from '../request-context.ts';
import { forecastQueryOf, type ForecastQuery, type ForecastParameters } from './forecast-query.ts';
import { reuseColumns, fleetColumns } from './fleet-columns.ts';
import type { ExecuteCommand } from './draft-store-cache.ts';
import { loadInputs, prospectiveTask, type ForecastInputs } from './load-inputs.ts';
import { throttleProgress } from './progress-throttle.ts';
import { planForecastRuns, type PlannedRuns } from './plan-forecast-runs.ts';
import { savedDecisions } from './saved-decision.ts';
import { variantFigures, passes } from './variant-figures.ts';
import { variantOf, type Variant } from './variant.ts';
import { binsOver } from './time-axis.ts';

/** The limit of runs of one variant: a few seconds and a gigabyte. */
const maxRuns = 20_000_000;

/**
 * Forecasts when scans start and how many run at once. The inputs are read under the lock; the computation runs alongside
 * other requests. Nothing is written.
 * @throws Problem `invalid-input` for an unknown group or device or too many runs, `cancelled`, and as the draft's write does
 */
export async function forecast(
  context: RequestContext,
  { body }: Parsed<'forecast'>,
  executeCommand: ExecuteCommand,
): Promise<Answer<'forecast'>> {
  const prepared = await prepareForecast(context, body, executeCommand);
  const { query, inputs, now, draft } = prepared;
  const variants = draft ? [now, draft] : [now];
  const rows = variants.reduce((sum, { selected: chosen }) => sum + chosen.length, 0) * query.detectionsMs.length;
  const reportProgress = throttleProgress(context.job, rows * passes);
  const runsNow = await planForecastRuns(now, query, reportProgress);
  const runsDraft = draft && (await planForecastRuns(draft, query, reportProgress));
  const [fromMs, toMs] = body.view
    ? [toEpochMs(body.view.from), toEpochMs(body.view.to)]
    : [query.fromMs, Math.max(...[runsNow, runsDraft].map((runs) => lastEnd(query, runs)))];
  const savedIn = (variant: Variant) => savedDecisions(variant.records, inputs.now);
  const bins = binsOver(fromMs, toMs, { most: body.most, zone: body.axis });
  return {
    asOf: toInstant(inputs.nowMs),
    seed: query.seed,
    firstTask: query.firstTask,
    detections: query.detectionsMs.map(toInstant),
    devices: now.selected.length,
    ...prospectiveTask(inputs.now, body.place, inputs.server),
    bins: { from: toInstant(bins.fromMs), widthMs: bins.binMs, count: bins.bins },
    zones: zonesOf(variants),
    now: await variantFigures(now, runsNow, bins, savedIn(now), reportProgress),
    draft: draft && runsDraft && (await variantFigures(draft, runsDraft, bins, savedIn(draft), reportProgress)),
  };
}

interface PreparedForecast {
  readonly query: ForecastQuery;
  readonly inputs: ForecastInputs;
  readonly now: Variant;
  /** Null without a draft. */
  readonly draft: Variant | null;
}

/** The inputs of a forecast as columns. */
export async function prepareForecast(
  context: RequestContext,
  question: ForecastParameters,
  executeCommand: ExecuteCommand,
): Promise<PreparedForecast> {
  const inputs = await loadInputs(context, question, executeCommand);
  const query = forecastQueryOf(question, inputs.server);
  const columns = fleetColumns(context.store, inputs.now.devices);
  const now = variantOf(inputs.now, columns, question.place, null);
  const { draft } = question;
  const records = inputs.draft ?? inputs.now;
  const scanning = draft?.kind === 'hand-set' ? draft.scanning : null;
  const other = draft ? variantOf(records, reuseColumns(columns, records.devices), question.place, scanning) : null;
  for (const variant of [now, other]) if (variant) refuseTooMany(variant.selected.length, query.detectionsMs.length);
  return { query, inputs, now, draft: other };
}

function refuseTooMany(devices: number, detections: number) {
  if (devices * detections <= maxRuns) return;
  const text = (count: number) => count.toLocaleString('en');
  const most = Math.floor(maxRuns / devices);
  throw new Problem(
    'invalid-input',
    `${text(detections)} detections on ${text(devices)} devices are ${text(detections * devices)} runs, and at most ${text(maxRuns)} are worked out. ` +
      (most > 0 ? `Ask for at most ${text(most)} detections, or for a smaller group.` : 'Choose a smaller group.'),
    [{ path: '/detections', message: `At most ${text(most)} detections for so many devices` }],
  );
}

/** The latest possible end of a scan in any sample, epoch milliseconds UTC. */
function lastEnd({ fromMs, durations }: ForecastQuery, runs: PlannedRuns | null): number {
  const longest = Math.max(...Object.values(durations).map(({ toMinutes }) => toMinutes)) * 60_000;
  return (runs?.segments ?? []).reduce((last, { closesAtMs }) => Math.max(last, closesAtMs + longest), fromMs + 1);
}

/** The known time zones of the devices in either variant, with the current number of devices. */
function zonesOf(variants: readonly Variant[]): Forecast['zones'] {
  const counts = new Map<string, number>();
  for (const [at, { plan }] of variants.entries()) {
    const perZone = new Uint32Array(plan.zones.length);
    for (const zone of plan.zoneOf) perZone[zone] = (perZone[zone] ?? 0) + 1;
    plan.zones.forEach((zone, i) => {
      const devices = perZone[i] ?? 0;
      if (devices > 0 && !counts.has(zone) && isTimeZone(zone)) counts.set(zone, at === 0 ? devices : 0);
    });
  }
  return [...counts].map(([zone, devices]) => ({ zone, devices })).sort((a, b) => (a.zone < b.zone ? -1 : 1));
}
