import { firstOperations } from '#contract/first-operations.ts';
import { changeHeader, jobHeader, versionHeader } from '#contract/headers.ts';
import type { Answer, Input, OperationName, Operations } from '#contract/operations.ts';
import { keyHeader } from '#contract/repeats.ts';
import { changeIdSchema, type ChangeId } from '#domain/ids.ts';
import { versionCheck } from './version-check.ts';
import { ApiProblem, damagedAnswer, isTransient, noBackend, problemFrom, unreadable } from './problem.ts';
import { mostTries, unlessAborted, withRetries } from './retries.ts';
import { refuseLongSearch } from './search-limit.ts';
import { signedInAs } from './session.ts';
import { preloadWhenIdle } from './idle-preloading.ts';

/** The input of an operation; empty parts may be omitted. */
export type CallInput<N extends OperationName> = Partial<Omit<Input<N>, 'body'>> & {
  body?: SentBody<Input<N>['body']>;
};

/** A file is sent as a blob, so that the page never decodes it. */
type SentBody<Body> = [Body] extends [string] ? Blob : Body;

/** The answer of an operation; a file is a blob here too. */
export type ClientAnswer<A> = [A] extends [string] ? Blob : A;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The ETag of what a write is based on. */
  readonly ifMatch?: string;
  /** The id under which the backend reports progress. Aborting the signal also cancels the job. */
  readonly job?: string;
  /** Sends the request as the first of the server's users instead of the signed-in one. */
  readonly asFirstUser?: boolean;
  /** Maximum number of attempts; 1 for polling. */
  readonly tries?: number;
  /** Told the version of the store that the answer shows; empty where the answer does not name it. */
  readonly onVersion?: (version: string) => void;
  /** Receives the idempotency key of a write before it is sent, so that its outcome can be requested if the answer is lost. */
  readonly onKey?: (key: string) => void;
}

/** An answer with the strong ETag that a later write must name. */
export interface Tagged<T> {
  readonly value: T;
  readonly etag: string;
}

/**
 * Calls one operation of the backend and parses its answer.
 * @throws ApiProblem when the backend says no, cannot be reached, or answers in an unknown form.
 */
export async function call<N extends OperationName>(
  name: N,
  input: CallInput<N> = {},
  options: CallOptions = {},
): Promise<ClientAnswer<Answer<N>>> {
  return (await send(name, input, options)).value;
}

/** The answer to a write. */
export interface WriteResult<T> {
  readonly value: T;
  /** Null where the answer is no object with revisions. */
  readonly etag: string | null;
  /** The change that the write made; null where it made none that can be undone. */
  readonly change: ChangeId | null;
  /** The version of the store that the write made; empty where the answer does not name it. */
  readonly version: string;
}

/** The same for a write that may be taken back. */
export async function callWrite<N extends OperationName>(
  name: N,
  input: CallInput<N> = {},
  options: CallOptions = {},
): Promise<WriteResult<ClientAnswer<Answer<N>>>> {
  return send(name, input, options);
}

/** The same for an operation whose answer carries an ETag. */
export async function callTagged<N extends OperationName>(
  name: N,
  input: CallInput<N> = {},
  options: CallOptions = {},
): Promise<Tagged<ClientAnswer<Answer<N>>>> {
  const { value, etag } = await send(name, input, options);
  if (etag === null) throw unreadable(200, 'The answer has no ETag.');
  return { value, etag };
}

/** Request timeout in milliseconds. Jobs have none; they can be cancelled. */
const timeoutMs = 30_000;

/** Whether a write may have been made despite the error: no answer came, or an unreadable one. */
export const mayBeDone = (error: unknown) =>
  isTransient(error) || (error instanceof ApiProblem && error.kind === 'unreadable');

/** Sends a request with retries; a write carries an idempotency key, so that a retry is not a second write. */
async function send<N extends OperationName>(name: N, input: CallInput<N>, options: CallOptions) {
  const { signal, job, ifMatch, tries = mostTries } = options;
  refuseLongSearch(input.query);
  refuseLongSearch(input.body);
  const { reads, method } = await operationOf(name);
  // Aborting the fetch would not reach the worker, and Firefox logs an error if the answer is just arriving. So only the promise
  // rejects, and a job is cancelled explicitly; if that fails, the job finishes unused.
  if (job !== undefined)
    signal?.addEventListener('abort', () => void call('cancelJob', { params: { jobId: job } }).catch(() => undefined));
  const retrying = (key: string | null) =>
    withRetries(() => unlessAborted(attempt(name, input, options, key), signal), { signal, tries });
  if (reads) return retrying(method === 'POST' ? crypto.randomUUID() : null);
  versionCheck.refuseOutdated();
  const { params, query, body } = input;
  const write = (key: string) => {
    options.onKey?.(key);
    return retrying(key);
  };
  const { idempotencyKeys: keys } = await writeKeys();
  return keys.under([name, signedInAs(), ifMatch, params, query, body], write, mayBeDone);
}

async function attempt<N extends OperationName>(
  name: N,
  input: CallInput<N>,
  { ifMatch, job, asFirstUser, onVersion }: CallOptions,
  key: string | null,
) {
  const operation = await operationOf(name);
  const headers = new Headers({ accept: operation.answerType });
  const user = asFirstUser ? null : signedInAs();
  if (user !== null) headers.set('x-vesper-user', user);
  if (ifMatch !== undefined) headers.set('if-match', ifMatch);
  if (job !== undefined) headers.set(jobHeader, job);
  if (key !== null) headers.set(keyHeader, key);
  if (input.body !== undefined) headers.set('content-type', operation.bodyType);
  const lost = (): never => {
    throw noConnection();
  };
  const response = await fetch(addressOf(operation.path, input.params, input.query), {
    method: operation.method,
    headers,
    ...(input.body === undefined ? {} : { body: input.body instanceof Blob ? input.body : JSON.stringify(input.body) }),
    ...(operation.alongside ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
  }).catch(lost);
  if (!isOfBackend(response, operation.answerType)) {
    void restart().catch(() => undefined);
    throw noBackend(response.status);
  }
  if (!response.ok) {
    const problem = await problemFrom(response);
    if (problem.kind === 'outdated') versionCheck.mark();
    throw problem;
  }
  const value = (await answerIn(response, operation, lost)) as ClientAnswer<Answer<N>>;
  const version = response.headers.get(versionHeader) ?? '';
  onVersion?.(version);
  return {
    value,
    version,
    etag: response.headers.get('etag'),
    change: changeIdSchema.safeParse(response.headers.get(changeHeader)).data ?? null,
  };
}

/** Every answer of the backend is JSON, or the file that was asked for. */
const isOfBackend = ({ headers }: Response, answerType: string) =>
  [answerType, 'json'].some((part) => headers.get('content-type')?.includes(part));

let restart = () => Promise.resolve();

/** Registers how the host restarts a missing backend; failed calls are then retried. */
export function onMissingBackend(start: () => Promise<void>): void {
  restart = start;
}

/** @throws ApiProblem when the answer is cut off or has an unknown form */
async function answerIn(
  response: Response,
  { answer, answerType }: Operations[OperationName],
  lost: () => never,
): Promise<unknown> {
  if (answerType === 'text/csv') return response.blob().catch(lost);
  const parsed = answer.safeParse(jsonIn(await response.text().catch(lost), response.status));
  if (!parsed.success) throw unreadable(response.status, parsed.error.message);
  return parsed.data;
}

/** @throws ApiProblem `unreadable` */
function jsonIn(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damagedAnswer(status);
  }
}

const noConnection = () =>
  new ApiProblem({
    kind: 'connection',
    status: 0,
    detail: 'The backend did not answer. What is on this screen was kept: try again.',
  });

let known = firstOperations;

/** Adds rows of the contract table that are bundled with the screen that calls them. */
export function addOperations(rows: Partial<Operations>): void {
  known = { ...known, ...rows };
}

/** A row of the contract table, if it is loaded: that of an operation which was called is. */
export const loadedOperation = (name: OperationName): Operations[OperationName] | undefined => known[name];

/** A row of the contract table, loaded on demand unless the first screen needs it. */
async function operationOf<N extends OperationName>(name: N): Promise<Operations[N]> {
  return known[name] ?? (await wholeTable())[name];
}

async function wholeTable(): Promise<Operations> {
  const { operations } = await import('#contract/operations.ts').catch(() => {
    throw noConnection();
  });
  known = operations;
  return operations;
}
preloadWhenIdle(() => void wholeTable().catch(() => undefined));

/** Needed by writes only: loaded with the first write, or when the page is idle. */
const writeKeys = () =>
  import('./idempotency-keys.ts').catch(() => {
    throw noConnection();
  });
preloadWhenIdle(() => void writeKeys().catch(() => undefined));

/** The path with its parameters filled in and the query appended; undefined and empty values are omitted. */
export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const filled = Object.entries(params).reduce(
    (address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  );
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)]),
  ).toString();
  return `/api/v1${filled}${search === '' ? '' : `?${search}`}`;
}
