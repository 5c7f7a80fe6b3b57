import { Hono, type Context } from 'hono';
import { changeHeader, jobHeader, versionHeader } from '#contract/headers.ts';
import { operations, type OperationName } from '#contract/operations.ts';
import { keyHeader } from '#contract/repeats.ts';
import { keySchema } from '#contract/write-keys.ts';
import type { ChangeId } from '#domain/ids.ts';
import { createJobs, type Job } from './ports/jobs.ts';
import { problemResponse, Problem } from './problem.ts';
import { currentRevision, isConditionalWrite } from './middleware/current-revision.ts';
import { handlers } from './handlers.ts';
import { requireRight } from './middleware/authorize.ts';
import { checkIfMatch, etagOf, parseBody, parseParams, parseQuery } from './middleware/parse-request.ts';
import type { RequestContext } from './request-context.ts';
import { processDueDetections } from './commands/process-due-detections.ts';
import { createUnitOfWork } from './middleware/unit-of-work.ts';
import {
  findStoredAnswer,
  answerToStore,
  precomputeFingerprint,
  type IdempotentRequest,
  type RenderedAnswer,
} from './middleware/idempotency.ts';
import { withRecordedChange } from './commands/apply-change.ts';
import type { Store, User } from './ports/store.ts';
import { createKeyedMutex, createMutex } from './middleware/mutex.ts';

export const basePath = '/api/v1';

/** The backend: an ordinary web application that does not know where it is hosted. */
export function createBackend(host: Host): Hono {
  const app = new Hono();
  const inTurn = createMutex();
  const repeatsWait = createKeyedMutex();
  const jobs = createJobs();
  // A request is answered at one instant: what was due by then has happened, and nothing falls due meanwhile.
  const asOfNow = async (user: User, job: Job): Promise<RequestContext> => {
    const atMs = host.realNow();
    const still = itself({ ...host, user, jobs, job, realNow: () => atMs });
    await processDueDetections(still);
    return still;
  };

  const openedMs = host.realNow();
  const versionNow = async () => `${String(openedMs)}.${String(await host.store.version())}`;

  const read = async (name: OperationName, context: Context, user: User, job: Job): Promise<Response> => {
    const answered = async (backend: RequestContext) => {
      const version = await versionNow();
      const answer = rendered(name, await handled(backend, name, context), null);
      return { ...answer, headers: { ...answer.headers, [versionHeader]: version } };
    };
    if (!operations[name].alongside) return sent(await inTurn(async () => answered(await asOfNow(user, job))));
    // Others may write while it is worked out: it counts as read before.
    const itsTurn: RequestContext['withLock'] = (work) => inTurn(async () => work(await asOfNow(user, job)));
    return sent(await answered({ ...host, user, jobs, job, withLock: itsTurn }));
  };

  /** Whatever a write changes is one commit, with its answer in it where the request named a key. */
  const write = async (name: OperationName, context: Context, user: User, job: Job): Promise<Response> => {
    const asked = await askedBy(name, context, user);
    const before = (own: Pick<RequestContext, 'store' | 'realNow'>) =>
      asked && findStoredAnswer(own.store, host.passwords, asked, own.realNow());
    const made = async <T>(
      work: (own: RequestContext) => Promise<T>,
    ): Promise<{ value: T; answer: RenderedAnswer }> => {
      const own = await asOfNow(user, job);
      const { store, commit } = createUnitOfWork(own.store);
      const inside = itself({ ...own, store });
      const [value, change] = await withRecordedChange(inside, () => work(inside));
      const answer = rendered(name, value as object, change);
      await commit(asked ? await answerToStore(own.store, host.passwords, asked, answer, own.realNow()) : {});
      // Not stored with the answer: a later repeat is no reading of the store.
      const headers = { ...answer.headers, [versionHeader]: await versionNow() };
      return { value, answer: { ...answer, headers } };
    };
    if (!operations[name].alongside) {
      return inTurn(async () =>
        sent((await before(host)) ?? (await made((own) => handled(own, name, context))).answer),
      );
    }
    return repeatsWait(asked?.key, async () => {
      const known = await before(host);
      if (known) return sent(known);
      if (asked) await precomputeFingerprint(asked);
      // Others write meanwhile: what such a work makes in its one turn is its change, and its answer.
      const last: { answer: RenderedAnswer | null } = { answer: null };
      const itsTurn: RequestContext['withLock'] = (work) =>
        inTurn(async () => {
          const turn = await made(work);
          last.answer = turn.answer;
          return turn.value;
        });
      const value = await handled({ ...host, user, jobs, job, withLock: itsTurn }, name, context);
      return sent(last.answer ?? rendered(name, value, null));
    });
  };

  const names = Object.keys(operations).filter(isOperation);
  for (const name of names) {
    const { method, path, reads } = operations[name];
    app.on(method, basePath + path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) =>
      jobs.run(context.req.header(jobHeader), async (job) =>
        (reads ? read : write)(name, context, await allowed(host.store, name, context), job),
      ),
    );
  }
  for (const path of new Set(names.map((name) => operations[name].path))) {
    const allow = names.filter((name) => operations[name].path === path).map((name) => operations[name].method);
    app.all(basePath + path.replaceAll(/\{(\w+)\}/g, ':$1'), () =>
      problemResponse(new Problem('method-not-allowed', `Here one can ${allow.join(' or ')}.`), {
        allow: allow.join(', '),
      }),
    );
  }
  app.notFound(() => problemResponse(new Problem('not-found', 'There is nothing at this address.')));
  app.onError((error) =>
    problemResponse(
      error instanceof Problem
        ? error
        : new Problem('backend-failed', `The backend failed on this request: ${error.message}. Nothing was changed.`),
    ),
  );
  return app;
}

/** What a host brings; who asks is told by each request. */
type Host = Omit<RequestContext, 'user' | 'jobs' | 'job' | 'withLock'>;

/** Who asks, once it is known that they may. @throws Problem `not-signed-in`, `not-allowed` */
async function allowed(store: Store, name: OperationName, context: Context): Promise<User> {
  const user = await signedIn(store, context);
  await requireRight(store, user, name, context.req.param());
  return user;
}

/** A backend that has its turn already: what must be done in one is done with itself. */
function itself(parts: Omit<RequestContext, 'withLock'>): RequestContext {
  const own: RequestContext = { ...parts, withLock: (work) => work(own) };
  return own;
}

/** The user named in the request, or the first of the server's. @throws Problem `not-signed-in` for an unknown one */
async function signedIn(store: Store, context: Context): Promise<User> {
  const users = (await store.get('server', 'server'))?.users ?? [];
  const asked = context.req.header('x-vesper-user');
  const user = asked === undefined ? users[0] : users.find(({ id }) => id === asked);
  if (!user) throw new Problem('not-signed-in', 'Nobody of this name may sign in. Choose another user in the menu.');
  return user;
}

/** The key of a write with what it stands for; null where it names none. @throws Problem `malformed-request` */
async function askedBy(name: OperationName, { req }: Context, user: User): Promise<IdempotentRequest | null> {
  const key = req.header(keyHeader);
  if (key === undefined) return null;
  if (!keySchema.safeParse(key).success) throw new Problem('malformed-request', 'The Idempotency-Key must be a UUID.');
  const request = [req.method, req.url, user.id, req.header('if-match') ?? '', await req.text()];
  return { key, request, secret: operations[name].secret };
}

/** Parses the parts of a request, holds `If-Match` against what there is, and has it carried out. */
async function handled(backend: RequestContext, name: OperationName, context: Context): Promise<object | string> {
  const operation = operations[name];
  const params = parseParams(operation.params, context.req.param());
  const query = parseQuery(operation.query, context.req.query());
  const body: unknown =
    operation.method === 'GET' ? undefined : parseBody(operation.body, await context.req.text(), operation);
  if (isConditionalWrite(name)) {
    checkIfMatch(context.req.header('if-match') ?? null, await currentRevision(backend, name, context.req.param()));
  }
  // Each part was parsed by this operation's own schema; the table's type says so for every single name.
  const handle = handlers[name] as (backend: RequestContext, input: unknown) => Promise<object | string>;
  return handle(backend, { params, query, body });
}

function rendered(name: OperationName, value: object | string, change: ChangeId | null): RenderedAnswer {
  const { status, answerType } = operations[name];
  const headers: Record<string, string> = { 'content-type': answerType, 'cache-control': 'no-store' };
  if (change !== null) headers[changeHeader] = change;
  if (typeof value === 'string')
    return { status, headers: { ...headers, 'content-type': `${answerType}; charset=utf-8` }, body: value };
  if ('revision' in value) headers['etag'] = etagOf(Number(value.revision));
  return { status, headers, body: JSON.stringify(value) };
}

const sent = ({ status, headers, body }: RenderedAnswer) => new Response(body, { status, headers });

const isOperation = (name: string): name is OperationName => name in operations;
