import { changeHeader } from '#contract/headers.ts';
import type { OperationName, Answer, Input } from '#contract/operations.ts';
import { operations } from '#contract/operations.ts';
import { keyHeader, repeatedHeader } from '#contract/repeats.ts';
import { userIdSchema } from '#domain/ids.ts';
import { createBackend } from '#backend/app.ts';
import { createJobs } from '#backend/ports/jobs.ts';
import { pbkdf2Passwords } from '#backend/ports/passwords.ts';
import { makeWorld } from '../seed/scenarios.ts';
import type { RequestContext } from '#backend/request-context.ts';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import type { Store, World } from '#backend/ports/store.ts';

/** Real hashes, few rounds: a test must not wait. */
export const quickPasswords = pbkdf2Passwords(1_000);

interface Reply<T> {
  readonly status: number;
  readonly etag: string | null;
  /** The change that the write made and that can be taken back. */
  readonly change: string | null;
  readonly body: T;
}

/** What a service is given, for a test that calls one without a request. */
export function requestContextFor(store: Store, realMs = 0): RequestContext {
  const user = { id: userIdSchema.parse('m-admin'), name: 'M. Admin', role: 'main-administrator' } as const;
  const own: RequestContext = {
    ...{ store, user, makeWorld, passwords: quickPasswords, realNow: () => realMs, jobs: createJobs() },
    job: { step: () => Promise.resolve() },
    withLock: (work) => work(own),
  };
  return own;
}

/** The backend with no port and no network, its real time standing still until a test moves it. Epoch ms UTC. */
export function createTestApp(start = '2026-11-24T12:00:00Z', world?: World, reusedStore?: Store) {
  let realMs = Date.parse(start);
  let user = 'm-admin';
  const store = reusedStore ?? createMemoryStore(world ?? makeWorld('small', realMs));
  const app = createBackend({
    store,
    realNow: () => realMs,
    passwords: quickPasswords,
    makeWorld,
    reportError: console.error,
  });

  const request = async (
    method: string,
    path: string,
    init: { body?: string; ifMatch?: string; key?: string } = {},
  ) => {
    const response = await app.request(`/api/v1${path}`, {
      method,
      headers: {
        'x-vesper-user': user,
        ...(init.ifMatch === undefined ? {} : { 'if-match': init.ifMatch }),
        ...(init.key === undefined ? {} : { [keyHeader]: init.key }),
      },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    const body: unknown = text === '' ? null : json ? JSON.parse(text) : text;
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      change: response.headers.get(changeHeader),
      repeated: response.headers.get(repeatedHeader) !== null,
      type: response.headers.get('content-type'),
      body,
    };
  };

  /** Calls an operation, whatever it answers. */
  const ask = async <N extends OperationName>(name: N, input: Partial<Input<N>> & { ifMatch?: string } = {}) => {
    const { method, path, bodyType } = operations[name];
    const filled = Object.entries(input.params ?? {}).reduce<string>(
      (address, [name, value]) => address.replace(`{${name}}`, String(value)),
      path,
    );
    const query = new URLSearchParams(Object.entries(input.query ?? {}).map(([k, v]) => [k, String(v)])).toString();
    return request(method, query === '' ? filled : `${filled}?${query}`, {
      ...(input.body === undefined
        ? {}
        : {
            body: bodyType === 'text/csv' && typeof input.body === 'string' ? input.body : JSON.stringify(input.body),
          }),
      ...(input.ifMatch === undefined ? {} : { ifMatch: input.ifMatch }),
    });
  };

  /** Calls an operation that succeeds; its answer is held against the contract's schema. */
  const call = async <N extends OperationName>(
    name: N,
    input: Partial<Input<N>> & { ifMatch?: string } = {},
  ): Promise<Reply<Answer<N>>> => {
    const reply = await ask(name, input);
    if (reply.status >= 400) throw new Error(`${name} answered ${String(reply.status)}: ${JSON.stringify(reply.body)}`);
    return {
      status: reply.status,
      etag: reply.etag,
      change: reply.change,
      body: operations[name].answer.parse(reply.body) as Answer<N>,
    };
  };

  return {
    app,
    store,
    /** Who asks from now on. */
    signIn: (id: string) => {
      user = id;
    },
    request,
    ask,
    call,
    /** Moves real time on. */
    pass: (ms: number) => {
      realMs += ms;
    },
  };
}
