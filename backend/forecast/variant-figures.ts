import { fates, type ForecastVariant } from '#contract/forecast.ts';
import { toInstant } from '#contract/time.ts';
import { startsPerBin, type Bins } from '#backend/planner/bins.ts';
import { startDistribution, startsWithin, type StartDistribution } from '#backend/planner/start-distribution.ts';
import { figuresOf, quarterMs, type Figures } from '#backend/planner/figures.ts';
import { rowsByStart } from '#backend/planner/rows-by-start.ts';
import { runningAtOnce } from '#backend/planner/running-at-once.ts';
import type { ReportProgress } from './progress-throttle.ts';
import { byDecision, fateCounts, byGroup, byZone } from './breakdowns.ts';
import { fateAt, countReturned, type PlannedRuns } from './plan-forecast-runs.ts';
import type { SavedDecisions } from './saved-decision.ts';
import type { Variant } from './variant.ts';

/** How often `variantFigures` reports each run. */
export const passes = 8;

/** The figures, bins and breakdowns of the planned runs of a variant. */
export async function variantFigures(
  variant: Variant,
  runs: PlannedRuns,
  bins: Bins,
  saved: SavedDecisions,
  reportProgress: ReportProgress,
): Promise<ForecastVariant> {
  const { startsMs, durationsMs, segments } = runs;
  const rows = startsMs.length;
  const figures = figuresOf(startsMs);
  const starts = startsPerBin(startsMs, bins);
  await reportProgress(rows);
  const load = runningAtOnce(startsMs, durationsMs, bins);
  await reportProgress(rows);
  const chances = startDistribution(segments, bins);
  await reportProgress(rows);
  const order = rowsByStart(startsMs);
  await reportProgress(rows);
  const zones = byZone(variant, runs, order);
  await reportProgress(rows);
  const groups = byGroup(variant, runs, order);
  await reportProgress(rows);
  const decisions = byDecision(variant, runs, order, saved);
  await reportProgress(rows);
  const perFate = fatesOf(runs);
  return {
    runs: rows,
    byFate: fateCounts((fate) => perFate[fate] ?? 0),
    returned: countReturned(runs),
    first: figureOf(figures, chances, 'firstMs'),
    median: figureOf(figures, chances, 'medianMs'),
    percentile95: figureOf(figures, chances, 'percentile95Ms'),
    last: figureOf(figures, chances, 'lastMs'),
    busiest: figures && busiestOf(figures, runs),
    peak: load.peakAtMs === null ? null : { at: toInstant(load.peakAtMs), count: load.peak },
    starts: [...starts],
    expected: Array.from(chances.expected, (mean) => Math.round(mean * 1_000) / 1_000),
    low: [...chances.low],
    high: [...chances.high],
    running: [...load.highest],
    byZone: zones,
    byGroup: groups,
    byDecision: decisions,
  };
}

function figureOf(
  figures: Figures | null,
  chances: StartDistribution,
  which: 'firstMs' | 'medianMs' | 'percentile95Ms' | 'lastMs',
) {
  const range = chances.figures?.[which];
  if (!figures || !range) return { at: null, from: null, to: null };
  return { at: toInstant(figures[which]), from: toInstant(range.low), to: toInstant(range.high) };
}

/** The busiest quarter of the sample, with the range of the number of starts in that quarter over all samples. */
function busiestOf({ busiest: { fromMs, count } }: Figures, { segments }: PlannedRuns): ForecastVariant['busiest'] {
  return { from: toInstant(fromMs), count, ...startsWithin(segments, fromMs, fromMs + quarterMs) };
}

function fatesOf(runs: PlannedRuns): Uint32Array {
  const counts = new Uint32Array(fates.length);
  for (let row = 0; row < runs.startsMs.length; row += 1) {
    const fate = fateAt(runs, row);
    counts[fate] = (counts[fate] ?? 0) + 1;
  }
  return counts;
}
