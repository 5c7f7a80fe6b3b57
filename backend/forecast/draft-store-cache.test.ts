import { describe, expect, test, vi } from 'vitest';
import { operations } from '#contract/operations.ts';
import { deviceIdSchema, policyIdSchema, userIdSchema } from '#domain/ids.ts';
import { requestContextFor, createTestApp } from '#mocks/testing/test-app.ts';
import { bodyOf } from '#mocks/testing/policy-body.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { between, scanning } from '#mocks/seed/vocabulary.ts';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import type { RequestContext } from '../request-context.ts';
import { ask, askRuns, everywhere, noon } from '#mocks/testing/forecast-client.ts';
import { draftContext } from './draft-store-cache.ts';
import { forecastRuns } from './forecast-runs.ts';

const nowMs = Date.parse('2026-11-24T12:00:00Z');
const rename = (name: string) => ({
  operation: 'updatePolicy' as const,
  params: { policyId: 'berlin' },
  query: {},
  body: { name },
});

/** Renames the policy Berlin. */
const renaming = () =>
  vi.fn(async ({ store }: RequestContext, { body }: { body?: unknown }) => {
    const before = await store.get('policies', 'berlin');
    if (before) await store.commit({ policies: { put: [{ ...before, name: (body as { name: string }).name }] } });
  });

describe('the write of a draft', () => {
  const pageOf = (page: number) =>
    operations.forecastRuns.body.parse({
      place: everywhere,
      detections: noon,
      draft: { kind: 'draft', write: rename('Draft') },
      side: 'draft',
      page,
      pageSize: 2,
    });

  test('is executed once for all pages of its runs, and again after any commit', async () => {
    const backend = requestContextFor(createMemoryStore(makeWorld('small', nowMs)), nowMs);
    const executeCommand = renaming();
    for (const page of [1, 2, 3])
      await forecastRuns(backend, { params: {}, query: {}, body: pageOf(page) }, executeCommand);
    expect(executeCommand).toHaveBeenCalledTimes(1);
    const policy = await backend.store.get('policies', 'labs');
    if (policy) await backend.store.commit({ policies: { put: [{ ...policy, name: 'Laboratories' }] } });
    const { rows } = await forecastRuns(
      backend,
      { params: {}, query: {}, body: { ...pageOf(1), pageSize: 50 } },
      executeCommand,
    );
    expect(executeCommand).toHaveBeenCalledTimes(2);
    const names = new Set(rows.map(({ policy: by }) => by?.name));
    expect(names).toContain('Draft');
    expect(names).toContain('Laboratories');
  });

  test('is cached by user and content; the last four are cached', async () => {
    const backend = requestContextFor(createMemoryStore(makeWorld('small', nowMs)), nowMs);
    const executeCommand = renaming();
    const tries = async (own: RequestContext, ...names: string[]) => {
      executeCommand.mockClear();
      for (const name of names) {
        const { store } = await draftContext(own, rename(name), executeCommand);
        expect(await store.get('policies', 'berlin')).toMatchObject({ name });
      }
      return executeCommand.mock.calls.length;
    };
    expect(await tries(backend, 'A', 'B', 'A', 'B')).toBe(2);
    expect(await tries({ ...backend, user: { ...backend.user, id: userIdSchema.parse('j-keller') } }, 'A')).toBe(1);
    expect(await tries(backend, 'C', 'D', 'E', 'E')).toBe(3);
    expect(await tries(backend, 'A')).toBe(1);
    expect(await backend.store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
  });

  test('that is refused is refused every time and not cached', async () => {
    const backend = requestContextFor(createMemoryStore(makeWorld('small', nowMs)), nowMs);
    const refusing = () => Promise.reject(new Error('refused'));
    await expect(draftContext(backend, rename('A'), refusing)).rejects.toThrow('refused');
    await expect(draftContext(backend, rename('A'), refusing)).rejects.toThrow('refused');
  });
});

test('through the API a cached draft includes what was saved in between', async () => {
  const backend = createTestApp();
  const policyId = policyIdSchema.parse('berlin');
  const { body, etag } = await backend.call('policy', { params: { policyId } });
  const edit = { ...bodyOf(body), name: 'Renamed' };
  const labs = policyIdSchema.parse('labs');
  const unchanged = bodyOf((await backend.call('policy', { params: { policyId: labs } })).body);
  const write = { operation: 'updatePolicy', params: { policyId: labs }, body: unchanged };
  const question = { place: everywhere, detections: noon, draft: { kind: 'draft' as const, write }, side: 'draft' };
  const deciders = async () => (await askRuns(backend, question)).rows.map(({ policy }) => policy?.name);
  expect(await deciders()).toContain('Berlin');
  await backend.call('updatePolicy', { params: { policyId }, body: edit, ifMatch: etag ?? '' });
  expect(await deciders()).not.toContain('Berlin');
  expect(await deciders()).toContain('Renamed');
});

test('a policy with the id “device” or “default” is not taken for the device or the default', async () => {
  const world = makeWorld('small', nowMs);
  const policies = world.policies.map((policy) => {
    if (policy.id === 'berlin') return { ...policy, id: policyIdSchema.parse('device'), name: 'Called device' };
    return policy.id === 'labs' ? { ...policy, id: policyIdSchema.parse('default'), name: 'Called default' } : policy;
  });
  const own = deviceIdSchema.parse('ber-ws-0001');
  const set = {
    id: own,
    values: { actions: null, authentication: null, additional: scanning(between('01:00', '02:00')) },
    ...{ revision: 1, modifiedAtMs: nowMs, modifiedBy: 'M. Admin' },
  };
  const backend = createTestApp('2026-11-24T12:00:00Z', { ...world, policies, localSettings: [set] });
  const question = { place: everywhere, detections: noon };
  const { now } = await ask(backend, question);
  const parts = Object.fromEntries(now.byDecision.map(({ key, label, runs }) => [key, [label, runs]]));
  expect(parts).toMatchObject({
    device: ['Called device', 2],
    ':device': ['Set on the device', 1],
    default: ['Called default', 2],
  });
  for (const { key, runs } of now.byDecision)
    expect((await askRuns(backend, { ...question, decision: key })).total).toBe(runs);
  const [one] = (await askRuns(backend, { ...question, decision: ':device' })).rows;
  expect(one).toMatchObject({ device: { id: own }, decidedBy: 'device', policy: null });
});
