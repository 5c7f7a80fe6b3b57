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

/** The parts of an operation's input that have something in them; the rest may be left out. */
export type CallInput<N extends OperationName> = Partial<Omit<Input<N>, 'body'>> & {
  body?: SentBody<Input<N>['body']>;
};

/** A file is sent as it is: the page never holds its text. */
type SentBody<Body> = [Body] extends [string] ? Blob : Body;

/** So is a file that is answered. */
export type ClientAnswer<A> = [A] extends [string] ? Blob : A;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The ETag of what a write is based on. */
  readonly ifMatch?: string;
  /** The id under which the backend tells how far the work is. Aborting the signal then ends the work there too. */
  readonly job?: string;
  /** Asks as the first of the server's users, whoever is signed in in this tab. */
  readonly asFirstUser?: boolean;
  /** How often it is tried in all: whoever asks again by itself wants one try. */
  readonly tries?: number;
  /** Told the version of the store that the answer shows; empty where the answer does not name it. */
  readonly onVersion?: (version: string) => void;
  /** Told the key of a write before it is sent: whoever loses the answer can ask what became of it. */
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

/** How long an answer may take before it counts as lost, in milliseconds; long work is waited for, and can be cancelled. */
const timeoutMs = 30_000;

/** After these nobody knows whether a write was made: no answer, or one that cannot be read. */
export const mayBeDone = (error: unknown) =>
  isTransient(error) || (error instanceof ApiProblem && error.kind === 'unreadable');

/** A read is tried again at will; a write only under its key, which says to the backend that it is the same one. */
async function send<N extends OperationName>(name: N, input: CallInput<N>, options: CallOptions) {
  const { signal, job, ifMatch, tries = mostTries } = options;
  refuseLongSearch(input.query);
  refuseLongSearch(input.body);
  const { reads, method } = await operationOf(name);
  // The abort of a fetch does not reach the backend's worker, and where its answer is just arriving from the service worker Firefox
  // writes an error into the console. So the call is given up, not the fetch, and the backend is told of long work in so many
  // words. If it cannot be, it goes on in vain.
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

/** What the host of the backend does to start it again where it is gone; the calls that failed for it are then tried again. */
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

/** Makes rows of the table known that come with the part of the screen that calls them. */
export function addOperations(rows: Partial<Operations>): void {
  known = { ...known, ...rows };
}

/** A row of the contract's table that is loaded already, as that of any operation which was called; undefined otherwise. */
export const loadedOperation = (name: OperationName): Operations[OperationName] | undefined => known[name];

/** A row of the contract's table; that of an operation which the first screen does not call may have to be loaded. */
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

/** What only writes need, loaded as the first of them is made, or when the page is idle. */
const writeKeys = () =>
  import('./idempotency-keys.ts').catch(() => {
    throw noConnection();
  });
preloadWhenIdle(() => void writeKeys().catch(() => undefined));

/** The path with its parameters filled in and the query appended; what is undefined or empty is left out. */
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
