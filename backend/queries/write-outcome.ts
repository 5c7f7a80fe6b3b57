import type { Parsed } from '#contract/operations.ts';
import type { WriteOutcome } from '#contract/write-outcomes.ts';
import type { RequestContext } from '../request-context.ts';

/** How long the answer to a write is stored, in milliseconds of real time. */
export const answerLifetimeMs = 24 * 3_600_000;

/** What became of a write under a key, as its stored answer says: nothing is done by asking. */
export async function getWriteOutcome(
  { store, realNow }: RequestContext,
  { params }: Parsed<'writeOutcome'>,
): Promise<WriteOutcome> {
  const stored = await store.get('answers', params.key);
  if (!stored || stored.atMs < realNow() - answerLifetimeMs) return { made: false, etag: null, answer: null };
  const secret = typeof stored.asked !== 'string';
  return {
    made: true,
    etag: stored.headers['etag'] ?? null,
    answer: secret ? null : (JSON.parse(stored.body) as unknown),
  };
}
