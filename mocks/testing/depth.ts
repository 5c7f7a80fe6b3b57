/** True in the deep suite (`npm run test:deep`), which runs every randomised test with its full number of cases. */
export const deep = process.env.VESPER_DEEP === '1';

const share = 8;

/** The number of cases to run: all of `full` in the deep suite, the first eighth of them in the quick one. */
export const caseCount = (full: number): number => (deep ? full : Math.ceil(full / share));

/** The cases to run: all of them in the deep suite, every eighth in the quick one. */
export const sampleOf = <T>(cases: readonly T[]): readonly T[] =>
  deep ? cases : cases.filter((_, i) => i % share === 0);
