import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operations } from '#contract/operations.ts';
import { problemSchema } from '#contract/problem.ts';
import { deviceIdSchema } from '#domain/ids.ts';
import { aRequest, type FuzzRequest } from '../testing/fuzz-requests.ts';
import { createTestApp } from '../testing/test-app.ts';
import { faultsOf } from '../testing/random-edits.ts';
import { collections } from '#backend/ports/store.ts';
import { caseCount, deep } from '../testing/depth.ts';

type TestBackend = ReturnType<typeof createTestApp>;

/** Everything that the store holds, as text. */
async function contents({ store }: TestBackend): Promise<string> {
  return JSON.stringify(await Promise.all(collections.map((collection) => store.all(collection))));
}

/** The small world with one task in it, so that there is something to start, to plan anew and to lose. */
async function aWorldAtWork(): Promise<TestBackend> {
  const backend = createTestApp();
  const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
  await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('ber-ws-0001'), objects } });
  return backend;
}

/** Asks, and holds the answer against what holds of every answer. @returns the status and what the store holds then */
async function ask(
  backend: TestBackend,
  { name, method, path, body, ifMatch, key, user }: FuzzRequest,
  before: string,
) {
  backend.signIn(user);
  const reply = await backend.request(method, path, {
    ...(body === undefined || method === 'GET' ? {} : { body }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(key === undefined ? {} : { key }),
  });
  if (reply.status >= 400) {
    expect(reply.status, JSON.stringify(reply.body)).not.toBe(500);
    expect(reply.type).toBe('application/problem+json');
    expect(problemSchema.strict().parse(reply.body)).toEqual(reply.body);
    expect(reply.body).toMatchObject({ status: reply.status });
  } else if (method === operations[name].method) {
    // A method that is not the operation's own may be another's; its answer is not this one's to judge.
    expect(reply.status).toBe(operations[name].status);
    if (user !== 'm-admin') expect(['view', 'start-scans', 'simulate']).toContain(operations[name].needs);
    expect(operations[name].answer.parse(reply.body)).toEqual(reply.body);
  }
  const after = await contents(backend);
  if (reply.status >= 400 || method === 'GET') {
    expect(after === before).toBe(true);
    return { status: reply.status, after };
  }
  // What has fallen due comes to pass before the next request: let it now, for it is not that request's work.
  await backend.call('clock');
  return { status: reply.status, after: await contents(backend) };
}

// A failure prints its seed and path: put both into the options to see it again.
test(
  'every answer to random requests is valid, and refused requests change nothing',
  { timeout: 180_000 },
  async () => {
    const answers = new Map<string, Set<number>>();
    let requests = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(aRequest, { minLength: 30, maxLength: 30, size: 'max' }), async (sequence) => {
        const backend = await aWorldAtWork();
        let current = await contents(backend);
        for (const request of sequence) {
          const { status, after } = await ask(backend, request, current);
          current = after;
          answers.set(request.name, (answers.get(request.name) ?? new Set()).add(status));
          requests += 1;
        }
        expect(await faultsOf(backend.store)).toEqual([]);
      }),
      { numRuns: caseCount(667), seed: 20_261_124 },
    );
    expect(requests).toBe(30 * caseCount(667));
    expect([...answers.keys()].sort()).toEqual(Object.keys(operations).sort());
    // Requests that are all wrong would prove little. A sample is too small for every operation to succeed in it.
    if (!deep) return;
    for (const [name, { status }] of Object.entries(operations)) {
      expect([...(answers.get(name) ?? [])], name).toContain(status);
      expect(Math.max(...(answers.get(name) ?? [])), name).toBeGreaterThanOrEqual(400);
    }
  },
);
