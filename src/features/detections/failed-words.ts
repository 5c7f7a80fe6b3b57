import type { Answer } from '#contract/operations.ts';

const counted = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'detection' : 'detections'}`;

export const failedWords = (failed: number): string =>
  `${counted(failed)} could not be processed. Fix the cause, then retry: the ${failed === 1 ? 'task is' : 'tasks are'} created at the time of the retry.`;

/** The result of a retry. */
export const retriedWords = ({ processed, failed }: Answer<'retryDetections'>): string =>
  failed === 0
    ? `Processed ${counted(processed)}.`
    : `Retried: ${String(processed)} processed, ${String(failed)} failed again.`;
