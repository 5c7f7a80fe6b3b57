import { describe, expect, test } from 'vitest';
import { detectionIdSchema, deviceIdSchema, taskIdSchema } from '#domain/ids.ts';
import { requestContextFor, createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { createMemoryStore } from '../adapters/memory/memory-store.ts';
import { collections, type Store } from '../ports/store.ts';
import { processDueDetections } from './process-due-detections.ts';
import { caseCount, deep } from '#mocks/testing/depth.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const hour = 3_600_000;
const noon = '2026-11-24T12:00:00Z';
const noonMs = Date.parse(noon);
const berlin = deviceIdSchema.parse('ber-ws-0001');
const kathmandu = deviceIdSchema.parse('ktm-lt-0001');
const first = detectionIdSchema.parse('det-0001');
const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];

/** Fails at its n-th step, once or from then on, and counts the steps. Zero fails nowhere. */
function faults(at: number, everAfter = false) {
  let steps = 0;
  let armed = false;
  return {
    step() {
      if (!armed) return;
      steps += 1;
      if (at > 0 && (everAfter ? steps >= at : steps === at)) throw new Error('made to fail');
    },
    arm: (on: boolean) => {
      armed = on;
    },
    get steps() {
      return steps;
    },
  };
}
type Faults = ReturnType<typeof faults>;

/** A store in which every call is a step, or those of one name. */
function faultyStore(store: Store, fault: Faults, only?: keyof Store): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || (only !== undefined && name !== only)) return method;
      return async (...parts: unknown[]) => {
        await Promise.resolve();
        fault.step();
        return Reflect.apply(method, target, parts) as Promise<unknown>;
      };
    },
  });
}

/** A store whose records make every look at one of their fields a step: so a planner fails wherever it looks. */
function brittleStore(store: Store, fault: Faults): Store {
  const brittle = <T>(value: T): T =>
    typeof value !== 'object' || value === null || ArrayBuffer.isView(value)
      ? value
      : new Proxy(value, {
          get(target, name, receiver) {
            fault.step();
            return brittle(Reflect.get(target, name, receiver) as unknown);
          },
        });
  const list = <T>(records: readonly T[]): readonly T[] => records.map(brittle);
  return {
    ...store,
    get: async (collection, id) => brittle(await store.get(collection, id)),
    all: async (collection) => list(await store.all(collection)),
    where: async (collection, field, value) => list(await store.where(collection, field, value)),
  };
}

/** Three detections that fall due at two, in a store that a test may make fail. */
async function threeDue(make: (store: Store) => Store): Promise<TestBackend> {
  const memory = createMemoryStore(makeWorld('small', noonMs));
  const backend = createTestApp(noon, undefined, make(memory));
  for (const [i, deviceId] of [berlin, kathmandu, berlin].entries()) {
    const at = `2026-11-24T14:00:0${String(i)}Z`;
    await backend.call('simulateDetection', { body: { deviceId, objects, at } });
  }
  backend.pass(3 * hour);
  return backend;
}

const outcomes = async (backend: TestBackend) =>
  (await backend.call('detections', { query: { order: 'asc' } })).body.rows.map(({ outcome }) => outcome);

/** What of the store does not depend on when something was asked. */
const contents = async (store: Store) => JSON.stringify(await Promise.all(collections.map((name) => store.all(name))));

async function stepsOf(make: (store: Store, faults: Faults) => Store): Promise<number> {
  const counting = faults(0);
  const backend = await threeDue((store) => make(store, counting));
  counting.arm(true);
  await backend.call('clock');
  return counting.steps;
}

describe('whichever call of the store fails while three are due', () => {
  test.each(['get', 'all', 'where', 'commit'] as const)(
    '%s: the others go on, the request is answered',
    async (name) => {
      const steps = await stepsOf((store, counting) => faultyStore(store, counting, name));
      expect(steps).toBeGreaterThan(0);
      for (let at = 1; at <= steps; at += 1) {
        const fault = faults(at);
        const backend = await threeDue((store) => faultyStore(store, fault, name));
        const own = requestContextFor(backend.store, noonMs + 3 * hour);
        fault.arm(true);
        await processDueDetections(own);
        fault.arm(false);
        const after = await contents(backend.store);
        expect((await backend.request('GET', '/clock')).status).toBe(200);
        const found = await outcomes(backend);
        // What fails before any is looked at concerns none: they are processed with the next request.
        expect(found.filter((outcome) => outcome === 'failed').length).toBeLessThanOrEqual(1);
        expect(found.filter((outcome) => outcome === 'task-created').length).toBeGreaterThanOrEqual(2);
        if (found.includes('failed')) expect(await contents(backend.store)).toBe(after);
      }
    },
  );
});

test(
  'wherever a planner looks when it fails, one is set aside at most, and nothing is half done',
  { timeout: 120_000 },
  async () => {
    const steps = await stepsOf(brittleStore);
    expect(steps).toBeGreaterThan(500);
    let failures = 0;
    // Every step of the first hundreds, where all kinds of looks are met, then some of the rest.
    for (let at = 1; at <= steps; at += at < caseCount(300) ? 1 : deep ? 37 : 300) {
      const fault = faults(at);
      const backend = await threeDue((store) => brittleStore(store, fault));
      fault.arm(true);
      await processDueDetections(requestContextFor(backend.store, noonMs + 3 * hour));
      fault.arm(false);
      const found = await outcomes(backend);
      const failed = found.filter((outcome) => outcome === 'failed').length;
      failures += failed;
      expect(failed, String(at)).toBeLessThanOrEqual(1);
      expect(found.filter((outcome) => outcome === 'task-created')).toHaveLength(3 - failed);
      const tasks = (await backend.store.all('tasks')).map(({ id }) => id);
      expect(tasks).toHaveLength(3 - failed);
      expect((await backend.store.all('runs')).map(({ id }) => id)).toEqual(tasks);
    }
    expect(failures).toBeGreaterThan(caseCount(100));
  },
);

/** The small world in which processing the first detection fails: its device is gone when it falls due. */
async function oneFailed() {
  const backend = await threeDue((store) => store);
  const device = await backend.store.get('devices', berlin);
  if (!device) throw new Error('no device');
  await backend.store.commit({ devices: { remove: [berlin] } });
  return { backend, mend: () => backend.store.commit({ devices: { put: [device] } }) };
}

describe('a detection that could not be processed', () => {
  test('says why, counts among the failed, and every request is answered', async () => {
    const { backend } = await oneFailed();
    const { body } = await backend.call('detections', { query: { order: 'asc' } });
    expect(body.failed).toBe(2);
    expect(body.rows.map(({ outcome, taskId, failure }) => [outcome, taskId, failure])).toEqual([
      ['failed', null, 'There is no device “ber-ws-0001”. It may have been deleted.'],
      ['task-created', 'task-0002', null],
      ['failed', null, 'There is no device “ber-ws-0001”. It may have been deleted.'],
    ]);
    expect((await backend.call('detections', { query: { outcome: 'failed' } })).body.total).toBe(2);
    expect((await backend.request('GET', '/groups/managed-devices/inventory')).status).toBe(200);
    expect((await backend.call('resetWorld')).status).toBe(200);
  });

  test('is not processed again by later requests, not even after the store is opened anew', async () => {
    const { backend } = await oneFailed();
    await backend.call('clock');
    const version = await backend.store.version();
    for (let i = 0; i < 5; i += 1) await backend.call('clock');
    expect(await backend.store.version()).toBe(version);
    expect(await backend.store.where('detections', 'expected', 'true')).toEqual([]);
  });

  test('retried once the cause is mended creates its task now, with the settings of now', async () => {
    const { backend, mend } = await oneFailed();
    await backend.call('clock');
    await mend();
    expect((await backend.call('retryDetections', { body: { detections: [first] } })).body).toEqual({
      processed: 1,
      failed: 0,
    });
    expect((await backend.call('task', { params: { taskId: taskIdSchema.parse('task-0001') } })).body).toMatchObject({
      createdAt: '2026-11-24T15:00:00.000Z',
      detection: {
        detectedAt: '2026-11-24T14:00:00.000Z',
        processedAt: '2026-11-24T15:00:00.000Z',
        outcome: 'task-created',
        failure: null,
      },
    });
    expect(await outcomes(backend)).toEqual(['task-created', 'task-created', 'failed']);
    expect((await backend.call('retryDetections', { body: { detections: 'all' } })).body).toEqual({
      processed: 1,
      failed: 0,
    });
    expect((await backend.call('detections')).body.failed).toBe(0);
  });

  test('that fails again keeps its new reason', async () => {
    const { backend } = await oneFailed();
    await backend.call('clock');
    expect((await backend.call('retryDetections', { body: { detections: 'all' } })).body).toEqual({
      processed: 0,
      failed: 2,
    });
    expect(await outcomes(backend)).toEqual(['failed', 'task-created', 'failed']);
  });

  test('is the only kind that can be retried', async () => {
    const { backend } = await oneFailed();
    await backend.call('clock');
    const body = { detections: [first, detectionIdSchema.parse('det-0002')] };
    const reply = await backend.ask('retryDetections', { body });
    expect(reply).toMatchObject({ status: 409, body: { type: '/problems/state-forbids' } });
    expect(await outcomes(backend)).toEqual(['failed', 'task-created', 'failed']);
  });

  test('is retried again after going back to real time from the future in which it was', async () => {
    const { backend, mend } = await oneFailed();
    await backend.call('setClock', { body: { command: 'jump', to: '2026-11-24T20:00:00Z' } });
    await mend();
    await backend.call('retryDetections', { body: { detections: [first] } });
    expect(await outcomes(backend)).toEqual(['task-created', 'task-created', 'failed']);
    await backend.call('setClock', { body: { command: 'real' } });
    expect(await outcomes(backend)).toEqual(['failed', 'task-created', 'failed']);
    expect((await backend.store.all('tasks')).map(({ id }) => id)).toEqual(['task-0002']);
    await backend.call('retryDetections', { body: { detections: 'all' } });
    expect((await backend.call('task', { params: { taskId: taskIdSchema.parse('task-0001') } })).body.createdAt).toBe(
      '2026-11-24T15:00:00.000Z',
    );
  });
});

test('where not even the failure can be stored, requests are answered and do not try it over and over', async () => {
  const fault = faults(1, true);
  const backend = await threeDue((store) => faultyStore(store, fault, 'commit'));
  fault.arm(true);
  expect((await backend.request('GET', '/clock')).status).toBe(200);
  // Each was tried, and that it failed was tried to be stored.
  expect(fault.steps).toBe(6);
  for (let i = 0; i < 5; i += 1) expect((await backend.request('GET', '/groups')).status).toBe(200);
  expect(fault.steps).toBe(6);
  expect(await outcomes(backend)).toEqual(['expected', 'expected', 'expected']);
  fault.arm(false);
  backend.pass(60_000);
  await backend.call('clock');
  expect(await outcomes(backend)).toEqual(['failed', 'failed', 'failed']);
});
