/** Independent draws of one chance each; together, how many of them hit. */
export interface Draws {
  readonly count: number;
  /** in [0, 1] */
  readonly chance: number;
}

/** Below this variance the distribution is worked out whole; above it, the corrected normal one is at most one hit off. */
const wholeBelow = 100;
const negligible = 1e-16;

/**
 * How many hit in all but the luckiest draws: the smallest number that is not exceeded with a chance of `part`.
 *
 * The number is Poisson-binomial. Where its variance is small it is exact, by convolution of the binomials; elsewhere it
 * is the normal quantile with its third cumulant (Cornish–Fisher) and half a hit for the step from one number to the next.
 * @param part one of 0.025 and 0.975
 */
export function hitsWithin(draws: readonly Draws[], part: 0.025 | 0.975): number {
  const { quantile } = distributionOf(draws);
  return quantile(part);
}

/** Both ends of the range that holds 95 of 100 samples, from one distribution. */
export function rangeOfHits(draws: readonly Draws[]): { low: number; high: number } {
  const { quantile } = distributionOf(draws);
  return { low: quantile(0.025), high: quantile(0.975) };
}

function distributionOf(draws: readonly Draws[]): { quantile: (part: 0.025 | 0.975) => number } {
  let [mean, variance, third] = [0, 0, 0];
  for (const { count, chance } of draws) {
    mean += count * chance;
    variance += count * chance * (1 - chance);
    third += count * chance * (1 - chance) * (1 - 2 * chance);
  }
  if (variance < wholeBelow) {
    const whole = draws.reduce((sum, each) => convolved(sum, binomial(each)), nothing);
    return { quantile: (part) => quantileOf(whole, part) };
  }
  const sigma = Math.sqrt(variance);
  return {
    quantile: (part) => {
      const z = part === 0.975 ? 1.959964 : -1.959964;
      return Math.ceil(mean + sigma * z + ((third / variance) * (z * z - 1)) / 6 - 0.5);
    },
  };
}

/** The chances of `from`, `from + 1` and so on hits; what is left out is negligible. */
interface Chances {
  readonly from: number;
  readonly chances: Float64Array;
}

const nothing: Chances = { from: 0, chances: Float64Array.of(1) };

/** From the likeliest number outwards, each by its ratio to its neighbour: no factorials, no underflow. */
function binomial({ count, chance }: Draws): Chances {
  if (chance <= 0 || chance >= 1) return { ...nothing, from: chance <= 0 ? 0 : count };
  const odds = chance / (1 - chance);
  const likeliest = Math.min(count, Math.floor((count + 1) * chance));
  const below: number[] = [];
  for (let hits = likeliest, ratio = 1; hits > 0; hits -= 1) {
    ratio *= hits / ((count - hits + 1) * odds);
    if (ratio < negligible) break;
    below.push(ratio);
  }
  const above: number[] = [];
  for (let hits = likeliest, ratio = 1; hits < count; hits += 1) {
    ratio *= ((count - hits) * odds) / (hits + 1);
    if (ratio < negligible) break;
    above.push(ratio);
  }
  const chances = Float64Array.from([...below.toReversed(), 1, ...above]);
  const sum = chances.reduce((total, each) => total + each, 0);
  return { from: likeliest - below.length, chances: chances.map((each) => each / sum) };
}

function convolved(a: Chances, b: Chances): Chances {
  const chances = new Float64Array(a.chances.length + b.chances.length - 1);
  for (let i = 0; i < a.chances.length; i += 1) {
    const left = a.chances[i] ?? 0;
    for (let j = 0; j < b.chances.length; j += 1) chances[i + j] = (chances[i + j] ?? 0) + left * (b.chances[j] ?? 0);
  }
  const first = chances.findIndex((each) => each > negligible);
  const last = chances.findLastIndex((each) => each > negligible);
  return { from: a.from + b.from + first, chances: chances.subarray(first, last + 1) };
}

function quantileOf({ from, chances }: Chances, part: number): number {
  let sum = 0;
  const place = chances.findIndex((chance) => (sum += chance) >= part);
  return from + (place < 0 ? chances.length - 1 : place);
}
