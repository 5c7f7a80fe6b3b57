import { repeatedHeader } from '#contract/repeats.ts';
import { sha256Hex } from '../digest.ts';
import type { Passwords } from '../ports/passwords.ts';
import { Problem } from '../problem.ts';
import type { Changes, Store, StoredAnswer } from '../ports/store.ts';

/** How many answers are kept for a repeat, and for how long: enough for whoever lost one, and no archive. */
export const maxStoredAnswers = 100;
export const answerLifetimeMs = 24 * 3_600_000;

/** A write that names a key, and what stands for all that it asks. */
export interface IdempotentRequest {
  readonly key: string;
  /** Everything that makes it this very request: method, address, who asks, what it is based on, body. */
  readonly request: readonly string[];
  /** Its body holds a password: only a salted hash of many rounds may stand for it. */
  readonly secret: boolean;
}

/** What goes out for a write. */
export interface RenderedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The answer that the first request with this key got; null when there was none, or it is no longer kept.
 * @param nowMs epoch milliseconds UTC in real time
 * @throws Problem `key-reused` when that was another request
 */
export async function findStoredAnswer(
  store: Store,
  passwords: Passwords,
  { key, request }: IdempotentRequest,
  nowMs: number,
): Promise<RenderedAnswer | null> {
  const kept = await store.get('answers', key);
  if (!kept || kept.atMs < nowMs - answerLifetimeMs) return null;
  const same =
    typeof kept.asked === 'string'
      ? kept.asked === (await digest(request))
      : await passwords.matches(JSON.stringify(request), kept.asked);
  if (!same) {
    throw new Problem(
      'key-reused',
      'This Idempotency-Key was used for another request. Nothing was changed: send this one with a key of its own.',
    );
  }
  return { status: kept.status, headers: { ...kept.headers, [repeatedHeader]: 'true' }, body: kept.body };
}

/** What to write beside the change itself, so that a repeat gets this answer. What is too old, or too much, goes. */
export async function answerToStore(
  store: Store,
  passwords: Passwords,
  { key, request, secret }: IdempotentRequest,
  answer: RenderedAnswer,
  nowMs: number,
): Promise<Changes> {
  const asked = secret ? await passwords.hash(JSON.stringify(request)) : await digest(request);
  const put: StoredAnswer = { id: key, asked, atMs: nowMs, ...answer };
  const others = (await store.all('answers')).filter(({ id }) => id !== key).sort((a, b) => b.atMs - a.atMs);
  const gone = others.filter(({ atMs }, i) => i >= maxStoredAnswers - 1 || atMs < nowMs - answerLifetimeMs);
  return { answers: { put: [put], remove: gone.map(({ id }) => id) } };
}

/** Works out what stands for a request before it has its turn, where that takes long: its body may be a large file. */
export async function precomputeFingerprint({ request, secret }: IdempotentRequest): Promise<void> {
  if (!secret) await digest(request);
}

/** Of one request only once: that of a large file takes a while, and is worked out beside everything else. */
const digests = new WeakMap<readonly string[], Promise<string>>();

function digest(request: readonly string[]): Promise<string> {
  const known = digests.get(request) ?? sha256Hex(request);
  digests.set(request, known);
  return known;
}
