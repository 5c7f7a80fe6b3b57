import { call } from '#src/shared/api/client.ts';

/** A large file is on its way for a while before the backend knows of the work: it is told again until it does. */
export async function cancelJobUntilAccepted(job: string, stillPending: () => boolean): Promise<void> {
  while (stillPending()) {
    const { cancelled } = await call('cancelJob', { params: { jobId: job } }).catch(() => ({ cancelled: false }));
    if (cancelled) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
