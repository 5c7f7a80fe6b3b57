/** A number in [0, 1) of the seed's sequence. */
export type RandomGenerator = () => number;

/** What tests draw from, the same for the same seed: a linear congruence. */
export function linearCongruentialGenerator(seed: number): RandomGenerator {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
