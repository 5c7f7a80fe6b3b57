export const medianOf = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

/** The median processor time of this process that `work` takes, in milliseconds, once it has been compiled. */
export function processorMs(rounds: number, work: () => unknown): number {
  work();
  return medianOf(
    Array.from({ length: rounds }, () => {
      const begun = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    }),
  );
}
