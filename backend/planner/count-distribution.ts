/** Independent draws with the same probability of a hit. */
export interface BinomialDraws {
  readonly count: number;
  /** in [0, 1] */
  readonly probability: number;
}

/** Below this variance the distribution is computed exactly; above it, the corrected normal one is off by at most one hit. */
const exactBelow = 100;
const negligible = 1e-16;

/**
 * The smallest number of hits that is not exceeded with a probability of `level`.
 *
 * The number of hits is Poisson-binomial. For a small variance it is exact, by convolution of the binomials; otherwise it is
 * the normal quantile with the third cumulant (Cornish–Fisher) and a continuity correction.
 * @param level one of 0.025 and 0.975
 */
export function hitQuantile(draws: readonly BinomialDraws[], level: 0.025 | 0.975): number {
  const { quantile } = distributionOf(draws);
  return quantile(level);
}

/** The 95 % range of the number of hits. */
export function hitRange95(draws: readonly BinomialDraws[]): { low: number; high: number } {
  const { quantile } = distributionOf(draws);
  return { low: quantile(0.025), high: quantile(0.975) };
}

function distributionOf(draws: readonly BinomialDraws[]): { quantile: (level: 0.025 | 0.975) => number } {
  let [mean, variance, third] = [0, 0, 0];
  for (const { count, probability } of draws) {
    mean += count * probability;
    variance += count * probability * (1 - probability);
    third += count * probability * (1 - probability) * (1 - 2 * probability);
  }
  if (variance < exactBelow) {
    const whole = draws.reduce((sum, each) => convolve(sum, binomial(each)), nothing);
    return { quantile: (level) => quantileOf(whole, level) };
  }
  const sigma = Math.sqrt(variance);
  return {
    quantile: (level) => {
      const z = level === 0.975 ? 1.959964 : -1.959964;
      return Math.ceil(mean + sigma * z + ((third / variance) * (z * z - 1)) / 6 - 0.5);
    },
  };
}

/** The probabilities of `from`, `from + 1`, … hits; the others are negligible. */
interface ProbabilityMass {
  readonly from: number;
  readonly probabilities: Float64Array;
}

const nothing: ProbabilityMass = { from: 0, probabilities: Float64Array.of(1) };

/** Computed from the mode outwards by ratios of neighbours, which avoids factorials and underflow. */
function binomial({ count, probability }: BinomialDraws): ProbabilityMass {
  if (probability <= 0 || probability >= 1) return { ...nothing, from: probability <= 0 ? 0 : count };
  const odds = probability / (1 - probability);
  const likeliest = Math.min(count, Math.floor((count + 1) * probability));
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
  return { from: likeliest - below.length, probabilities: chances.map((each) => each / sum) };
}

function convolve(a: ProbabilityMass, b: ProbabilityMass): ProbabilityMass {
  const chances = new Float64Array(a.probabilities.length + b.probabilities.length - 1);
  for (let i = 0; i < a.probabilities.length; i += 1) {
    const left = a.probabilities[i] ?? 0;
    for (let j = 0; j < b.probabilities.length; j += 1)
      chances[i + j] = (chances[i + j] ?? 0) + left * (b.probabilities[j] ?? 0);
  }
  const first = chances.findIndex((each) => each > negligible);
  const last = chances.findLastIndex((each) => each > negligible);
  return { from: a.from + b.from + first, probabilities: chances.subarray(first, last + 1) };
}

function quantileOf({ from, probabilities }: ProbabilityMass, level: number): number {
  let sum = 0;
  const index = probabilities.findIndex((probability) => (sum += probability) >= level);
  return from + (index < 0 ? probabilities.length - 1 : index);
}
