import { Hono, type Context } from 'hono';
import { changeHeader, jobHeader } from '#contract/headers.ts';
import { operations, type OperationName } from '#contract/operations.ts';
import type { ChangeId } from '#domain/ids.ts';
import { createJobs, type Job } from './jobs.ts';
import { answerOf, Problem } from './problem.ts';
import { currentRevision, isConditionalWrite } from './routes/current-revision.ts';
import { handlers } from './routes/handlers.ts';
import { refuseWithoutRight } from './routes/needed-rights.ts';
import { checkIfMatch, etagOf, parseBody, parsedParams, parsedQuery } from './routes/request.ts';
import type { Backend } from './services/backend.ts';
import { catchUp } from './services/carrying-out.ts';
import { withChange } from './services/saving.ts';
import type { Store, User } from './store/store.ts';

export const basePath = '/api/v1';

/** The backend: an ordinary web application that does not know where it is hosted. */
export function createBackend(host: Host): Hono {
  const app = new Hono();
  const inTurn = oneAtATime();
  const jobs = createJobs();
  // A request is answered at one instant: what was due by then has happened, and nothing falls due meanwhile.
  const asOfNow = async (user: User, job: Job, inTurn: Backend['inTurn']): Promise<Backend> => {
    const atMs = host.realNow();
    const still: Backend = { ...host, user, jobs, job, inTurn, realNow: () => atMs };
    await catchUp(still);
    return still;
  };
  const names = Object.keys(operations).filter(isOperation);
  for (const name of names) {
    const { method, path, alongside } = operations[name];
    app.on(method, basePath + path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) =>
      jobs.run(context.req.header(jobHeader), async (job) => {
        if (!alongside) {
          return inTurn(async () => {
            const own = await asOfNow(await allowed(host.store, name, context), job, (work) => work(own));
            return answer(own, name, context);
          });
        }
        const user = await allowed(host.store, name, context);
        // Others write meanwhile: only what is made in its own turn is its change.
        let made: ChangeId | null = null;
        const itsTurn: Backend['inTurn'] = (work) =>
          inTurn(async () => {
            const own = await asOfNow(user, job, (nested) => nested(own));
            const [value, change] = await withChange(own, () => work(own));
            made = change ?? made;
            return value;
          });
        return answer({ ...host, user, jobs, job, inTurn: itsTurn }, name, context, async (_, work) => [
          await work(),
          made,
        ]);
      }),
    );
  }
  for (const path of new Set(names.map((name) => operations[name].path))) {
    const allow = names.filter((name) => operations[name].path === path).map((name) => operations[name].method);
    app.all(basePath + path.replaceAll(/\{(\w+)\}/g, ':$1'), () =>
      answerOf(new Problem('method-not-allowed', `Here one can ${allow.join(' or ')}.`), { allow: allow.join(', ') }),
    );
  }
  app.notFound(() => answerOf(new Problem('not-found', 'There is nothing at this address.')));
  app.onError((error) =>
    answerOf(
      error instanceof Problem
        ? error
        : new Problem('backend-failed', `The backend failed on this request: ${error.message}. Nothing was changed.`),
    ),
  );
  return app;
}

/** What a host brings; who asks is told by each request. */
type Host = Omit<Backend, 'user' | 'jobs' | 'job' | 'inTurn'>;

/** Who asks, once it is known that they may. @throws Problem `not-signed-in`, `not-allowed` */
async function allowed(store: Store, name: OperationName, context: Context): Promise<User> {
  const user = await signedIn(store, context);
  await refuseWithoutRight(store, user, name, context.req.param());
  return user;
}

/** The user named in the request, or the first of the server's. @throws Problem `not-signed-in` for an unknown one */
async function signedIn(store: Store, context: Context): Promise<User> {
  const users = (await store.get('server', 'server'))?.users ?? [];
  const asked = context.req.header('x-vesper-user');
  const user = asked === undefined ? users[0] : users.find(({ id }) => id === asked);
  if (!user) throw new Problem('not-signed-in', 'Nobody of this name may sign in. Choose another user in the menu.');
  return user;
}

async function answer(
  backend: Backend,
  name: OperationName,
  context: Context,
  changing: typeof withChange = withChange,
): Promise<Response> {
  const operation = operations[name];
  const params = parsedParams(operation.params, context.req.param());
  const query = parsedQuery(operation.query, context.req.query());
  const body: unknown =
    operation.method === 'GET' ? undefined : await parseBody(operation.body, context.req.raw, operation);
  if (isConditionalWrite(name)) {
    checkIfMatch(context.req.header('if-match') ?? null, await currentRevision(backend, name, context.req.param()));
  }
  // Each part was parsed by this operation's own schema; the table's type says so for every single name.
  const handle = handlers[name] as (backend: Backend, input: unknown) => Promise<object | string>;
  const work = () => handle(backend, { params, query, body });
  const [value, change] = operation.method === 'GET' ? [await work(), null] : await changing(backend, work);
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (change !== null) headers[changeHeader] = change;
  if (typeof value === 'string') {
    return context.body(value, operation.status, {
      ...headers,
      'content-type': `${operation.answerType}; charset=utf-8`,
    });
  }
  if ('revision' in value) headers['etag'] = etagOf(Number(value.revision));
  return context.json(value, operation.status, headers);
}

const isOperation = (name: string): name is OperationName => name in operations;

/** Runs each request after the one before: a check and the commit that rests on it see the same world. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
