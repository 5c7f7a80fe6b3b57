import { Problem } from '../problem.ts';

/** The work of one request, seen from inside. */
export interface Job {
  /**
   * Says how far the work is, lets other requests be answered, and ends the work when it was cancelled meanwhile.
   * @throws Problem `cancelled`
   */
  readonly step: (done: number, total: number) => Promise<void>;
}

interface Running {
  done: number;
  total: number;
  cancelled: boolean;
}

/** The jobs that run in one backend: gone when they end, never stored. */
export function createJobs() {
  const running = new Map<string, Running>();

  return {
    /** Does work as the job of that id; without one nobody can ask for it, and it runs all the same. */
    async run<T>(id: string | undefined, work: (job: Job) => Promise<T>): Promise<T> {
      const state: Running = { done: 0, total: 0, cancelled: false };
      if (id !== undefined) running.set(id, state);
      try {
        return await work({
          async step(done, total) {
            Object.assign(state, { done, total });
            await yieldToOtherRequests();
            if (state.cancelled) throw new Problem('cancelled', 'This was cancelled. Nothing was changed.');
          },
        });
      } finally {
        if (id !== undefined) running.delete(id);
      }
    },
    view(id: string) {
      const { done, total } = running.get(id) ?? { done: 0, total: 0 };
      return { running: running.has(id), done, total };
    },
    cancel(id: string) {
      const state = running.get(id);
      if (state) state.cancelled = true;
      return { cancelled: state !== undefined };
    },
  };
}

export type Jobs = ReturnType<typeof createJobs>;

/** Messages that wait, among them the request to cancel, are handled before the work goes on. */
const yieldToOtherRequests = () => new Promise<void>((resolve) => setTimeout(resolve));
