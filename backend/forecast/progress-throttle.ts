import type { Job } from '#backend/ports/jobs.ts';

/** Tells that some rows of the work are done; a job steps when enough of them are. */
export type ReportProgress = (rows: number) => Promise<void>;

/** Rows between two steps: some 20 to 50 ms of work. A step costs a turn of the event loop, so small work has none. */
const rowsPerStep = 500_000;

/** @param total all rows that will be told, each as often as it is worked on */
export function throttleProgress(job: Job, total: number): ReportProgress {
  let [done, since] = [0, 0];
  return async (rows) => {
    done += rows;
    since += rows;
    if (since < rowsPerStep) return;
    since = 0;
    await job.step(Math.min(done, total), total);
  };
}
