import type { Job } from '#backend/ports/jobs.ts';

/** Reports processed rows. */
export type ReportProgress = (rows: number) => Promise<void>;

/** Rows between two job steps: 20 to 50 ms of work. Each step costs a turn of the event loop. */
const rowsPerStep = 500_000;

/** Throttles progress reports to one job step per `rowsPerStep` rows.
 * @param total the sum of all rows that will be reported */
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
