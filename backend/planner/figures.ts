/** Summary figures of the starts of a plan; instants in epoch milliseconds UTC. */
export interface Figures {
  /** The number of runs with a planned start. */
  readonly starting: number;
  readonly firstMs: number;
  /** The instant by which half of the runs have started. */
  readonly medianMs: number;
  /** The instant by which 95 of 100 runs have started. */
  readonly percentile95Ms: number;
  readonly lastMs: number;
  /** The quarter of an hour (on the clock) with most starts; the first of several. */
  readonly busiest: { readonly fromMs: number; readonly count: number };
}

export const quarterMs = 900_000;
/** A year has 35,064 quarters of an hour: this is enough for a century. */
const maxQuarters = 4_000_000;

/** The rank, from 1, of a percentile: of 200 runs, 95 % have started with the 190th. */
export const rankOf = (percent: number, count: number): number => Math.max(1, Math.ceil((percent * count) / 100));

/**
 * The figures of a plan, or null without a planned start. One pass finds the ends, one counts quarters of an hour; percentiles
 * are searched only in the quarter that contains them.
 * @param startsMs epoch milliseconds UTC, Infinity without a planned start; in any order
 * @throws RangeError if the starts are more than a century apart
 */
export function figuresOf(startsMs: Float64Array): Figures | null {
  let [starting, firstMs, lastMs] = [0, Infinity, -Infinity];
  for (const startMs of startsMs) {
    if (startMs === Infinity) continue;
    starting += 1;
    if (startMs < firstMs) firstMs = startMs;
    if (startMs > lastMs) lastMs = startMs;
  }
  if (starting === 0) return null;
  const first = Math.floor(firstMs / quarterMs);
  const quarters = Math.floor(lastMs / quarterMs) - first + 1;
  if (!(quarters <= maxQuarters)) throw new RangeError('The starts lie more than a century apart.');
  const counts = new Uint32Array(quarters);
  for (const startMs of startsMs) {
    if (startMs === Infinity) continue;
    const quarter = Math.floor(startMs / quarterMs) - first;
    counts[quarter] = (counts[quarter] ?? 0) + 1;
  }
  const ranked = (rank: number): number => {
    let [quarter, before] = [0, 0];
    while (before + (counts[quarter] ?? rank) < rank) {
      before += counts[quarter] ?? 0;
      quarter += 1;
    }
    const fromMs = (first + quarter) * quarterMs;
    const inside = new Float64Array(counts[quarter] ?? 0);
    let found = 0;
    for (const startMs of startsMs) {
      if (startMs < fromMs || startMs >= fromMs + quarterMs) continue;
      inside[found] = startMs;
      found += 1;
    }
    inside.sort();
    return inside[rank - before - 1] ?? Number.NaN;
  };
  const count = counts.reduce((most, each) => Math.max(most, each), 0);
  return {
    starting,
    firstMs,
    medianMs: ranked(rankOf(50, starting)),
    percentile95Ms: ranked(rankOf(95, starting)),
    lastMs,
    busiest: { fromMs: (first + counts.indexOf(count)) * quarterMs, count },
  };
}
