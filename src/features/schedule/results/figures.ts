import type { ForecastVariant } from '#contract/forecast.ts';
import { formatShortSpan, type Span } from '../inputs/short-instant.ts';
import type { RunsFilter } from './runs-filter.ts';

/** One figure of the row above the picture. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly kind: 'count' | 'instant';
  /** A count, or an instant in epoch milliseconds; null where there is none. */
  readonly of: (side: ForecastVariant) => number | null;
  /** In which it lies in 95 of 100 samples; null for what chance does not touch. */
  readonly range: (side: ForecastVariant) => readonly [number, number] | null;
  /** The part of time it speaks of, for a number whose own value is no instant. */
  readonly during?: (side: ForecastVariant) => Span | null;
  /** Shown only where there is any. */
  readonly rare?: boolean;
  /** Which runs of the table it is about; null for a moment that leads to the picture. */
  readonly runsFilter: (side: ForecastVariant) => RunsFilter | null;
}

const quarterMs = 15 * 60_000;
const minuteMs = 60_000;

const fate = (id: keyof ForecastVariant['byFate'], label: string): Figure => ({
  id,
  label,
  kind: 'count',
  of: (side) => side.byFate[id],
  range: () => null,
  runsFilter: () => ({ fate: id }),
});

type Moment = 'first' | 'median' | 'percentile95' | 'last';

const moment = (id: Moment, label: string): Figure => ({
  id,
  label,
  kind: 'instant',
  of: (side) => instant(side[id].at),
  range: (side) => between(instant(side[id].from), instant(side[id].to)),
  runsFilter: (side) => {
    const atMs = instant(side[id].at);
    const fromMs = atMs === null ? null : Math.floor(atMs / minuteMs) * minuteMs;
    return fromMs === null ? null : { starts: formatShortSpan({ fromMs, toMs: fromMs + minuteMs }) };
  },
});

const busiestOf = ({ busiest }: ForecastVariant): Span | null => {
  const fromMs = instant(busiest?.from ?? null);
  return fromMs === null ? null : { fromMs, toMs: fromMs + quarterMs };
};

const peakOf = ({ peak }: ForecastVariant): Span | null => {
  const atMs = instant(peak?.at ?? null);
  return atMs === null ? null : { fromMs: atMs - 2 * quarterMs, toMs: atMs + 2 * quarterMs };
};

/** The figures, in the order in which they stand. */
export const figures: readonly Figure[] = [
  {
    id: 'runs',
    label: 'runs',
    kind: 'count',
    of: (side) => side.runs,
    range: () => null,
    runsFilter: () => ({}),
  },
  fate('waits', 'wait for a window'),
  fate('at-once', 'start at once'),
  fate('offline', 'wait for the device'),
  fate('manual', 'never: manual start'),
  { ...fate('zone-unknown', 'never: time zone not known'), rare: true },
  {
    id: 'busiest',
    label: 'busiest quarter hour',
    kind: 'count',
    of: ({ busiest }) => busiest?.count ?? null,
    range: ({ busiest }) => busiest && between(busiest.low, busiest.high),
    during: busiestOf,
    runsFilter: (side) => {
      const span = busiestOf(side);
      return span && { starts: formatShortSpan(span) };
    },
  },
  moment('first', 'first start'),
  moment('median', 'median start'),
  moment('percentile95', '95 % have started'),
  moment('last', 'last start'),
  {
    id: 'peak',
    label: 'run at once at most',
    kind: 'count',
    of: ({ peak }) => peak?.count ?? null,
    range: () => null,
    during: peakOf,
    runsFilter: () => null,
  },
];

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

const between = (from: number | null, to: number | null) =>
  from === null || to === null || from === to ? null : ([from, to] as const);
