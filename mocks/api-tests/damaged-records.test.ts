import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { operations, type OperationName } from '#contract/operations.ts';
import { managedDevices } from '#domain/fleet/fleet.ts';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { bodyOf } from '../testing/policy-body.ts';
import { requests } from '../testing/role-requests.ts';
import { makeWorld } from '../seed/scenarios.ts';
import { damagedCommit, damages, placesIn, type Place } from '../testing/damages.ts';
import { mergeCommits } from '#backend/ports/merge-commits.ts';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import { openedWorld } from '#backend/records/opened-world.ts';
import { faultsIn } from '#backend/records/record-faults.ts';
import { collections, type Changes, type Collection, type Store } from '#backend/ports/store.ts';
import { caseCount, deep, sampleOf } from '../testing/depth.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const noon = '2026-11-24T12:00:00Z';
const later = '2026-11-24T15:00:00Z';
const beneath = makeWorld('small', Date.parse(noon));
const policy = { policyId: policyIdSchema.parse('berlin') };
const device = { deviceId: deviceIdSchema.parse('ber-ws-0001') };
const object = { fileName: 'invoice.scr', path: 'C:\\Users', md5: 'a'.repeat(32) };
const objects = [object];

/** Some hours of work in the small world, in which every collection is written to. */
async function aJournal(): Promise<Changes> {
  const commits: Changes[] = [];
  const memory = createMemoryStore(beneath);
  const noting: Store = {
    ...memory,
    commit: (changes) => {
      commits.push(changes);
      return memory.commit(changes);
    },
  };
  const backend = createTestApp(noon, undefined, noting);
  await backend.call('createGroup', { params: { groupId: managedDevices }, body: { name: 'Branches' } });
  const inventory = 'Name,Group path,Time zone\nPAR-01,Offices/Paris,Europe/Paris\nPAR-02,Offices/Paris,Europe/Paris\n';
  await backend.call('importInventory', {
    query: { valid: 2, created: 2, updated: 0, newGroups: 1 },
    body: inventory,
  });
  await backend.call('simulateDetection', { body: { ...device, objects } });
  const { body, etag } = await backend.call('policy', { params: policy });
  await backend.call('updatePolicy', {
    params: policy,
    ifMatch: etag ?? '',
    body: { ...bodyOf(body), name: 'Berlin by night', force: true },
  });
  await backend.call('updateDeviceSettings', {
    params: device,
    ifMatch: '*',
    body: {
      additional: {
        iocScanning: { scope: 'system-drives', start: { mode: 'manual' } },
        detectLegitimateApplications: false,
      },
    },
  });
  await backend.call('moveDevices', {
    body: { deviceIds: [deviceIdSchema.parse('lab-ws-0001')], groupId: groupIdSchema.parse('berlin') },
  });
  await backend.call('setDeviceStatus', { params: device, body: { status: 'out-of-office' } });
  await backend.call('describeRevision', {
    params: { kind: 'policy', objectId: 'berlin', number: 1 },
    body: { description: 'As it began' },
  });
  await backend.call('updateGroup', {
    params: { groupId: groupIdSchema.parse('labs') },
    ifMatch: '*',
    body: { name: 'Laboratories' },
  });
  const { body: tasks } = await backend.call('groupTasks', { params: { groupId: managedDevices } });
  for (const { id } of tasks.rows) await backend.call('startTask', { params: { taskId: id }, body: { runs: 'all' } });
  await backend.call('simulateDetection', {
    body: { ...device, objects: [{ ...object, fileName: 'later.scr' }], at: '2026-11-24T14:00:00Z' },
  });
  await backend.call('simulateDetection', { body: { ...device, objects, at: '2026-12-24T14:00:00Z' } });
  await backend.request('POST', '/groups/labs/groups', {
    body: '{"name":"Cellar"}',
    key: '00000000-0000-4000-8000-000000000001',
  });
  await backend.call('setDurationModel', {
    body: { 'system-drives': { fromMinutes: 50, toMinutes: 60 }, 'critical-areas': { fromMinutes: 5, toMinutes: 6 } },
  });
  backend.pass(3 * 3_600_000);
  await backend.call('clock');
  return mergeCommits(commits);
}

let commit: Changes = {};
let places: Place[] = [];

beforeAll(async () => {
  commit = await aJournal();
  places = placesIn(commit);
});

const opened = (changes: Changes) => openedWorld(beneath, [changes], () => makeWorld('small', Date.parse(later)));

function backendAfter(changes: Changes, watch: (store: Store) => Store = (store) => store): TestBackend {
  const { world, damaged } = opened(changes);
  return createTestApp(later, undefined, watch(createMemoryStore(world, { damaged })));
}

test('every collection is written, and intact records are all read', () => {
  expect(collections.filter((name) => (commit[name]?.put ?? []).length === 0)).toEqual([]);
  expect(opened(commit).damaged).toEqual([]);
  expect(places.length).toBeGreaterThan(800);
});

test('with any field of any record damaged, the world opens and is consistent', { timeout: 240_000 }, () => {
  let reported = 0;
  for (const [i, place] of places.entries()) {
    // A share of the damages for each place, at another place the next ones: in the deep suite all of both are met.
    for (const [name, value] of damages.filter((_, which) => (which + i) % (deep ? 3 : 24) === 0)) {
      const label = `${place.collection} ${String(place.at)} ${place.way.join('.')}: ${name}`;
      const { world, damaged } = opened(damagedCommit(commit, place, value));
      reported += damaged.length;
      // Every record, for some of the places: it takes its time.
      if (i % 25 > 0) continue;
      for (const collection of collections) {
        for (const record of world[collection]) expect(faultsIn(collection, record), label).toEqual([]);
      }
      const groups = new Map(world.groups.map((group) => [group.id, group]));
      for (const { groupId } of [...world.devices, ...world.policies]) expect(groups.has(groupId), label).toBe(true);
      expect(world.server, label).toHaveLength(1);
    }
  }
  expect(reported).toBeGreaterThan(caseCount(3_000));
});

test('an invalid value is reported with the record and its path', () => {
  for (const place of sampleOf(places)) {
    for (const value of [null, Number.NaN, { some: 'thing' }, 'a\ud800b']) {
      const before = place.way.reduce<unknown>(
        (whole, key) => Reflect.get(Object(whole) as object, key) as unknown,
        commit[place.collection]?.put?.[place.at],
      );
      // Null is what some fields may be; a column is told by the runs as a whole.
      if (value === null || (typeof before === 'object' && before !== null)) continue;
      const { damaged } = opened(damagedCommit(commit, place, value));
      expect(
        damaged.map(({ collection }) => collection),
        place.way.join('.'),
      ).toContain(place.collection);
    }
  }
});

const reads = Object.keys(operations).filter(
  (name): name is OperationName => name in operations && operations[name as OperationName].reads,
);

/** Answers of every operation that reads; what each says of the damage itself is left out. */
async function answersOf(backend: TestBackend): Promise<Map<OperationName, { status: number; body: unknown }>> {
  const answers = new Map<OperationName, { status: number; body: unknown }>();
  for (const name of reads) {
    if (name === 'damagedRecords' || name === 'world' || name === 'pulse') continue;
    const requested = requests[name];
    const { status, body } = await backend.ask(name, typeof requested === 'function' ? {} : requested);
    answers.set(name, { status, body });
  }
  return answers;
}

/** Which records' fields each reading operation looks at, beyond their ids. */
async function neededBy(): Promise<Map<OperationName, Set<string>>> {
  const needed = new Map<OperationName, Set<string>>();
  for (const name of reads) {
    const seen = new Set<string>();
    const backend = backendAfter(commit, (store) => watched(store, seen));
    const requested = requests[name];
    await backend.ask(name, typeof requested === 'function' ? {} : requested);
    needed.set(name, seen);
  }
  return needed;
}

function watched(store: Store, seen: Set<string>): Store {
  const watch = <T extends object & { readonly id: string }>(collection: Collection, record: T): T =>
    new Proxy(record, {
      get(target, field, receiver) {
        if (field !== 'id') seen.add(`${collection}/${target.id}`);
        return Reflect.get(target, field, receiver) as unknown;
      },
      ownKeys(target) {
        seen.add(`${collection}/${target.id}`);
        return Reflect.ownKeys(target);
      },
    });
  return {
    ...store,
    get: async (collection, id) => {
      const record = await store.get(collection, id);
      return record && watch(collection, record);
    },
    all: async (collection) => (await store.all(collection)).map((record) => watch(collection, record)),
    where: async (collection, field, value) =>
      (await store.where(collection, field, value)).map((record) => watch(collection, record)),
  };
}

describe('with one field damaged', () => {
  test(
    'no request fails, and requests that do not need the record are answered as before',
    { timeout: 300_000 },
    async () => {
      const healthy = await answersOf(backendAfter(commit));
      for (const [name, { status }] of healthy) expect(status, name).toBeLessThan(400);
      const needed = await neededBy();
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom(...damages), async (place, [, value]) => {
          const id = commit[place.collection]?.put?.[place.at]?.id ?? '';
          const answers = await answersOf(backendAfter(damagedCommit(commit, place, value)));
          for (const [name, answer] of answers) {
            expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
            if (needed.get(name)?.has(`${place.collection}/${id}`)) continue;
            compared += 1;
            expect(answer, name).toEqual(healthy.get(name));
          }
        }),
        { numRuns: caseCount(60), seed: 17 },
      );
      expect(compared).toBeGreaterThan(caseCount(1_000));
    },
  );

  test('writes do not fail, and the data can be reset', { timeout: 300_000 }, async () => {
    const writes = Object.keys(requests).filter(
      (name): name is OperationName => name in operations && !operations[name as OperationName].reads,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.constantFrom(...damages),
        fc.shuffledSubarray(writes, { minLength: 8, maxLength: 8 }),
        async (place, [, value], names) => {
          const backend = backendAfter(damagedCommit(commit, place, value));
          for (const name of names) {
            const requested = requests[name];
            const input = typeof requested === 'function' ? await requested(backend).catch(() => ({})) : requested;
            const { status, body } = await backend.ask(name, input);
            expect(status, `${name}: ${JSON.stringify(body)}`).toBeLessThan(500);
          }
          expect((await backend.ask('resetWorld')).status).toBeLessThan(500);
        },
      ),
      { numRuns: caseCount(120), seed: 18 },
    );
  });
});
