import { call } from '#src/shared/api/client.ts';

/** Cancels a job. While a large file uploads, the backend does not know the job yet, so this repeats until it does. */
export async function cancelJobUntilAccepted(job: string, stillPending: () => boolean): Promise<void> {
  while (stillPending()) {
    const { cancelled } = await call('cancelJob', { params: { jobId: job } }).catch(() => ({ cancelled: false }));
    if (cancelled) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
