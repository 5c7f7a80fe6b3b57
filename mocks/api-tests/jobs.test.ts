import { expect, test } from 'vitest';
import { createJobs, type Job } from '#backend/ports/jobs.ts';
import { Problem } from '#backend/problem.ts';

const id = '0b8a6f4e-3c1d-4c6e-9a55-1f2e3d4c5b6a';

test('a job reports its progress while it runs, and is unknown after its end', async () => {
  const jobs = createJobs();
  const seen: unknown[] = [];
  const result = await jobs.run(id, async ({ step }) => {
    for (const done of [1, 2]) {
      await step(done, 2);
      seen.push(jobs.view(id));
    }
    return 'ready';
  });
  expect(result).toBe('ready');
  expect(seen).toEqual([
    { running: true, done: 1, total: 2 },
    { running: true, done: 2, total: 2 },
  ]);
  expect(jobs.view(id)).toEqual({ running: false, done: 0, total: 0 });
});

test('a cancelled job ends at its next step, other jobs continue', async () => {
  const jobs = createJobs();
  const work =
    (steps: number) =>
    async ({ step }: Job) => {
      for (let done = 1; done <= steps; done += 1) await step(done, steps);
      return steps;
    };
  const cancelled = jobs.run(id, work(1_000_000));
  const other = jobs.run(undefined, work(3));
  expect(jobs.cancel(id)).toEqual({ cancelled: true });
  await expect(cancelled).rejects.toBeInstanceOf(Problem);
  expect(await other).toBe(3);
  expect(jobs.cancel(id)).toEqual({ cancelled: false });
});
