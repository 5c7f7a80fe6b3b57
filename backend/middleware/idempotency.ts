import { operations } from '#contract/operations.ts';
import { keyHeader, repeatedHeader } from '#contract/repeats.ts';
import { keySchema } from '#contract/write-keys.ts';
import type { Changes, StoredAnswer } from '../ports/store.ts';
import { Problem } from '../problem.ts';
import { answerLifetimeMs } from '../queries/write-outcome.ts';
import type { RequestContext } from '../request-context.ts';
import type { BackendMiddleware, IdempotentRequest, RenderedAnswer } from './environment.ts';
import { createKeyedMutex } from './mutex.ts';

/** How many answers are stored: enough for clients that lost one, and no archive. */
export const maxStoredAnswers = 100;

type Host = Pick<RequestContext, 'store' | 'realNow' | 'passwords'>;

/**
 * Answers a repeated write as its first request was answered, without executing it again. Requests with the same key
 * wait for each other; those with different keys do not.
 * @throws Problem `malformed-request` for a key that is no UUID, `key-reused` where another request had it
 */
export function idempotency(host: Host): BackendMiddleware {
  const withKeyMutex = createKeyedMutex();
  return async (c, next) => {
    const { operation, user } = c.var;
    const { reads, secret } = operations[operation];
    const key = reads ? undefined : c.req.header(keyHeader);
    if (key === undefined) {
      await next();
      return;
    }
    if (!keySchema.safeParse(key).success) {
      throw new Problem('malformed-request', 'The Idempotency-Key must be a UUID.');
    }
    const { method, url } = c.req;
    const request = [method, url, user.id, c.req.header('if-match') ?? '', await c.req.text()];
    const idempotentRequest = { key, request, secret };
    c.set('idempotentRequest', idempotentRequest);
    await withKeyMutex(key, async () => {
      const stored = await findStoredAnswer(host, idempotentRequest);
      if (stored) {
        c.set('answer', stored);
        return;
      }
      // Before the lock is taken: the body may be a large file.
      if (!secret) await fingerprint(request);
      await next();
    });
  };
}

/** The answer that the first request with this key got; null where there was none, or it is no longer stored. */
async function findStoredAnswer(
  { store, passwords, realNow }: Host,
  { key, request }: IdempotentRequest,
): Promise<RenderedAnswer | null> {
  const stored = await store.get('answers', key);
  if (!stored || stored.atMs < realNow() - answerLifetimeMs) return null;
  const isSame =
    typeof stored.asked === 'string'
      ? stored.asked === (await fingerprint(request))
      : await passwords.matches(JSON.stringify(request), stored.asked);
  if (!isSame) {
    throw new Problem(
      'key-reused',
      'This Idempotency-Key was used for another request. Nothing was changed: send this one with a key of its own.',
    );
  }
  return { status: stored.status, headers: { ...stored.headers, [repeatedHeader]: 'true' }, body: stored.body };
}

/**
 * What to commit with a change, so that a repeat of the request gets the same answer. Removes answers that are too old or
 * too many.
 * @param nowMs epoch milliseconds UTC in real time
 */
export async function answerToStore(
  { store, passwords }: Pick<Host, 'store' | 'passwords'>,
  { key, request, secret }: IdempotentRequest,
  answer: RenderedAnswer,
  nowMs: number,
): Promise<Changes> {
  const requestHash = secret ? await passwords.hash(JSON.stringify(request)) : await fingerprint(request);
  const put: StoredAnswer = { id: key, asked: requestHash, atMs: nowMs, ...answer };
  const others = (await store.all('answers')).filter(({ id }) => id !== key).sort((a, b) => b.atMs - a.atMs);
  const removed = others.filter(({ atMs }, i) => i >= maxStoredAnswers - 1 || atMs < nowMs - answerLifetimeMs);
  return { answers: { put: [put], remove: removed.map(({ id }) => id) } };
}

/** Computed once for each request: that of a large file takes a while. */
const fingerprints = new WeakMap<readonly string[], Promise<string>>();

function fingerprint(request: readonly string[]): Promise<string> {
  const known = fingerprints.get(request) ?? sha256Hex(request);
  fingerprints.set(request, known);
  return known;
}

/**
 * SHA-256 of texts, hexadecimal. Their lengths are part of it, so that no other texts give the same. Web Crypto works
 * beside everything else: of a file of ten megabytes a digest in JavaScript would block for a tenth of a second.
 */
async function sha256Hex(texts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode([...texts.map(({ length }) => String(length)), ...texts].join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
