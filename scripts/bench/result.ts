/** One row of docs/benchmarks.md. */
export interface Result {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

export const medianOf = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

/** A result whose target is an upper bound in milliseconds for the median. @param figures one of each round */
export function atMostMs(what: string, mostMs: number, figures: readonly number[]): Result {
  const [median, low, high] = [medianOf(figures), Math.min(...figures), Math.max(...figures)].map(Math.round);
  return {
    what,
    target: `≤ ${inFigures(mostMs)} ms`,
    measured: `${inFigures(median)} ms (${inFigures(low)}–${inFigures(high)})`,
    met: (median ?? Infinity) <= mostMs,
  };
}

const inFigures = (figure: number | undefined) => (figure ?? Number.NaN).toLocaleString('en');
