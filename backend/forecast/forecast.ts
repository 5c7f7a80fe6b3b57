import type { Answer, Parsed } from '#contract/operations.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import type { Forecast } from '#contract/forecast.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { Problem } from '#backend/problem.ts';
import type { RequestContext } from '../request-context.ts';
import { askedOf, type Asked, type Question } from './forecast-query.ts';
import { columnsLike, fleetColumns } from './fleet-columns.ts';
import type { ExecuteCommand } from './draft-store-cache.ts';
import { gather, taskHere, type Gathered } from './load-inputs.ts';
import { paced } from './progress-throttle.ts';
import { planned, type PlannedRuns } from './plan-forecast-runs.ts';
import { savedDecisions } from './saved-decision.ts';
import { sideAnswer, passes } from './variant-figures.ts';
import { sideOf, type Side } from './variant.ts';
import { binsOver } from './time-axis.ts';

/** Runs of one side that are worked out at once: some seconds and a gigabyte of work. */
const mostRuns = 20_000_000;

/**
 * When would scans start, and how many at once? Read in one turn, worked out beside other requests: nothing is written.
 * @throws Problem `invalid-input` for a place that is not there or too many runs, `cancelled`, and what a draft's write is
 * refused with
 */
export async function forecast(
  context: RequestContext,
  { body }: Parsed<'forecast'>,
  executeCommand: ExecuteCommand,
): Promise<Answer<'forecast'>> {
  const prepared = await prepare(context, body, executeCommand);
  const { asked, gathered, now, draft } = prepared;
  const sides = draft ? [now, draft] : [now];
  const rows = sides.reduce((sum, { chosen }) => sum + chosen.length, 0) * asked.detectionsMs.length;
  const pace = paced(context.job, rows * passes);
  const runsNow = await planned(now, asked, pace);
  const runsDraft = draft && (await planned(draft, asked, pace));
  const [fromMs, toMs] = body.view
    ? [toEpochMs(body.view.from), toEpochMs(body.view.to)]
    : [asked.fromMs, Math.max(...[runsNow, runsDraft].map((runs) => lastEnd(asked, runs)))];
  const savedIn = (side: Side) => savedDecisions(side.records, gathered.now);
  const bins = binsOver(fromMs, toMs, { most: body.most, zone: body.axis });
  return {
    asOf: toInstant(gathered.nowMs),
    seed: asked.seed,
    firstTask: asked.firstTask,
    detections: asked.detectionsMs.map(toInstant),
    devices: now.chosen.length,
    ...taskHere(gathered.now, body.place, gathered.server),
    bins: { from: toInstant(bins.fromMs), widthMs: bins.binMs, count: bins.bins },
    zones: zonesOf(sides),
    now: await sideAnswer(now, runsNow, bins, savedIn(now), pace),
    draft: draft && runsDraft && (await sideAnswer(draft, runsDraft, bins, savedIn(draft), pace)),
  };
}

interface Prepared {
  readonly asked: Asked;
  readonly gathered: Gathered;
  readonly now: Side;
  /** Null where the question has no draft. */
  readonly draft: Side | null;
}

/** Everything that a question is worked out from, as columns. */
export async function prepare(
  context: RequestContext,
  question: Question,
  executeCommand: ExecuteCommand,
): Promise<Prepared> {
  const gathered = await gather(context, question, executeCommand);
  const asked = askedOf(question, gathered.server);
  const columns = fleetColumns(context.store, gathered.now.devices);
  const now = sideOf(gathered.now, columns, question.place, null);
  const { draft } = question;
  const records = gathered.draft ?? gathered.now;
  const scanning = draft?.kind === 'hand-set' ? draft.scanning : null;
  const other = draft ? sideOf(records, columnsLike(columns, records.devices), question.place, scanning) : null;
  for (const side of [now, other]) if (side) refuseTooMany(side.chosen.length, asked.detectionsMs.length);
  return { asked, gathered, now, draft: other };
}

function refuseTooMany(devices: number, detections: number) {
  if (devices * detections <= mostRuns) return;
  const said = (count: number) => count.toLocaleString('en');
  const most = Math.floor(mostRuns / devices);
  throw new Problem(
    'invalid-input',
    `${said(detections)} detections on ${said(devices)} devices are ${said(detections * devices)} runs, and at most ${said(mostRuns)} are worked out. ` +
      (most > 0 ? `Ask for at most ${said(most)} detections, or for a smaller group.` : 'Choose a smaller group.'),
    [{ path: '/detections', message: `At most ${said(most)} detections for so many devices` }],
  );
}

/** When the last scan has ended in any sample, epoch milliseconds UTC. */
function lastEnd({ fromMs, durations }: Asked, runs: PlannedRuns | null): number {
  const longest = Math.max(...Object.values(durations).map(({ toMinutes }) => toMinutes)) * 60_000;
  return (runs?.parts ?? []).reduce((last, { closesAtMs }) => Math.max(last, closesAtMs + longest), fromMs + 1);
}

/** The zones of the devices of either side that can be planned with, with the number of devices as things are now. */
function zonesOf(sides: readonly Side[]): Forecast['zones'] {
  const counts = new Map<string, number>();
  for (const [at, { plan }] of sides.entries()) {
    const perZone = new Uint32Array(plan.zones.length);
    for (const zone of plan.zoneOf) perZone[zone] = (perZone[zone] ?? 0) + 1;
    plan.zones.forEach((zone, i) => {
      const devices = perZone[i] ?? 0;
      if (devices > 0 && !counts.has(zone) && isTimeZone(zone)) counts.set(zone, at === 0 ? devices : 0);
    });
  }
  return [...counts].map(([zone, devices]) => ({ zone, devices })).sort((a, b) => (a.zone < b.zone ? -1 : 1));
}
