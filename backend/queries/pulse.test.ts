import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { versionHeader } from '#contract/headers.ts';
import { operations, type OperationName } from '#contract/operations.ts';
import { affectedKinds } from '#contract/affected-records.ts';
import { recordKinds, type RecordKind } from '#contract/record-kinds.ts';
import { shownRecords } from '#contract/shown-records.ts';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { anEdit, send, writeOf } from '#mocks/testing/random-edits.ts';
import { aWorldToAskIn, dueTomorrow, requests } from '#mocks/testing/role-requests.ts';
import { caseCount } from '#mocks/testing/depth.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
const minute = 60_000;

const pulseOf = async (backend: TestBackend) => (await backend.call('pulse')).body;
const versionOf = async (backend: TestBackend) =>
  Number((await backend.app.request('/api/v1/clock')).headers.get(versionHeader)?.split('.')[1]);

/** The kinds of record that were written since a version. */
async function writtenSince(backend: TestBackend, version: number): Promise<RecordKind[]> {
  const { lastChanged } = await pulseOf(backend);
  return recordKinds.filter((kind) => lastChanged[kind] > version);
}

const names = Object.keys(operations).filter((name): name is OperationName => name in operations);
const reads = names.filter((name) => name in shownRecords);
const writes = names.filter((name) => !operations[name].reads);

const requestedFor = async (backend: TestBackend, name: OperationName) => {
  const request = requests[name];
  return typeof request === 'function' ? request(backend) : request;
};

/** What only says when an answer was asked for: as a field, and in the text of an explanation. */
const whenRequested = /"(asOf|firstTask)":("[^"]*"|\d+),?|As of \S+ \(times in \S+\)\./g;

/** What each read answers now, but for the instant as of which it holds and what only counts as it is asked. */
async function answers(backend: TestBackend): Promise<ReadonlyMap<OperationName, string>> {
  const all = new Map<OperationName, string>();
  for (const name of reads) {
    const { status, body } = await backend.ask(name, await requestedFor(backend, name));
    all.set(name, JSON.stringify([status, body]).replaceAll(whenRequested, ''));
  }
  return all;
}

/** Holds what each read answers now against what it answered before, and both against the pulse. */
async function expectMessagesOf(
  backend: TestBackend,
  before: ReadonlyMap<OperationName, string>,
  version: number,
): Promise<ReadonlyMap<OperationName, string>> {
  const written = await writtenSince(backend, version);
  const after = await answers(backend);
  for (const name of reads) {
    const messages = (shownRecords[name] ?? []).some((kind) => written.includes(kind));
    if (!messages) expect(after.get(name), `${name}, where ${written.join(', ')} were written`).toBe(before.get(name));
  }
  return after;
}

/** Holds the kinds of record that a write changed against those that its row of the contract states. */
function expectAffected(write: OperationName, written: readonly RecordKind[]) {
  const affected = affectedKinds(operations[write].affects);
  expect(
    written.filter((kind) => !affected.has(kind)),
    `${write} changes more than its row states`,
  ).toEqual([]);
}

describe('whatever a read shows has changed, the pulse says so of a kind that it shows', () => {
  test.each(writes)('after %s', async (write) => {
    const backend = createTestApp();
    await aWorldToAskIn(backend);
    const request = await requestedFor(backend, write);
    const before = await answers(backend);
    await pulseOf(backend);
    const version = await versionOf(backend);
    const { status } = await backend.ask(write, request);
    expect(status).toBeLessThan(300);
    expectAffected(write, await writtenSince(backend, version));
    await expectMessagesOf(backend, before, version);
  });

  test('after whatever edits', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anEdit, { minLength: 6, maxLength: 6 }), async (edits) => {
        const backend = createTestApp();
        await aWorldToAskIn(backend);
        let before = await answers(backend);
        for (const edit of edits) {
          const version = await versionOf(backend);
          await pulseOf(backend);
          await send(backend, await writeOf(backend.store, edit));
          expectAffected(edit.verb, await writtenSince(backend, version));
          before = await expectMessagesOf(backend, before, version);
        }
      }),
      { numRuns: caseCount(25) },
    );
  });

  test('after a time in which expected detections are carried out', async () => {
    const backend = createTestApp();
    await aWorldToAskIn(backend);
    await backend.call('importDetections', dueTomorrow);
    const before = await answers(backend);
    const version = await versionOf(backend);
    backend.pass(24 * 60 * minute);
    await expectMessagesOf(backend, before, version);
    expect(await writtenSince(backend, version)).toEqual(expect.arrayContaining(['detections', 'tasks', 'runs']));
  });
});

test('the answer to a write names the version that the write made', async () => {
  const backend = createTestApp();
  const response = await backend.app.request('/api/v1/groups/labs/groups', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Optics' }),
  });
  const { lastChanged } = await pulseOf(backend);
  expect(response.headers.get(versionHeader)?.split('.')[1]).toBe(String(lastChanged.groups));
});

describe('what was not written counts as unchanged', () => {
  test.each<readonly [OperationName, readonly RecordKind[]]>([
    ['updateGroup', ['groups', 'revisions', 'changes']],
    ['createPolicy', ['policies', 'revisions', 'changes']],
    ['describeRevision', ['revisions', 'changes']],
    ['setDurationModel', ['durations']],
    ['setClock', []],
    ['storeWorld', []],
  ])('%s', async (write, kinds) => {
    const backend = createTestApp();
    await aWorldToAskIn(backend);
    await pulseOf(backend);
    const version = await versionOf(backend);
    await backend.ask(write, await requestedFor(backend, write));
    expect(await writtenSince(backend, version)).toEqual(recordKinds.filter((kind) => kinds.includes(kind)));
  });

  test('by reads, however long nothing is done', async () => {
    const backend = createTestApp();
    await aWorldToAskIn(backend);
    const first = await pulseOf(backend);
    await answers(backend);
    backend.pass(minute);
    expect((await pulseOf(backend)).lastChanged).toEqual(first.lastChanged);
  });
});

test('a world that was put back is read anew, and versions of another opening compare with nothing of before', async () => {
  const backend = createTestApp();
  await aWorldToAskIn(backend);
  await pulseOf(backend);
  const version = await versionOf(backend);
  await backend.call('resetWorld');
  const same = ['account', 'durations', 'server'];
  expect(await writtenSince(backend, version)).toEqual(recordKinds.filter((kind) => !same.includes(kind)));
  const opened = (later: TestBackend) =>
    Promise.resolve(later.app.request('/api/v1/clock')).then((r) => r.headers.get(versionHeader)?.split('.')[0]);
  expect(await opened(createTestApp('2026-11-24T12:00:01Z'))).not.toBe(await opened(backend));
});

/** All that a list of tasks, runs or detections shows, but for the instant as of which it holds. */
async function shown(backend: TestBackend): Promise<string> {
  const params = { groupId: groupIdSchema.parse('managed-devices') };
  const tasks = (await backend.call('groupTasks', { params })).body;
  const runs = await Promise.all(
    tasks.rows.map(async (task) => (await backend.call('taskRuns', { params: { taskId: task.id } })).body.rows),
  );
  return JSON.stringify([tasks.rows, tasks.startable, runs, (await backend.call('detections')).body.rows]);
}

test('while nothing is written, the turns of a pulse change whenever a list says something else, and only then', async () => {
  const backend = createTestApp('2026-11-24T18:30:00Z');
  for (const deviceId of ['ktm-lt-0001', 'ber-ws-0001']) {
    await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse(deviceId), objects } });
  }
  const now = async () => ({ turns: (await pulseOf(backend)).turns, shown: await shown(backend) });
  let before = await now();
  let [same, other] = [0, 0];
  for (let step = 0; step < 700; step += 1) {
    backend.pass(minute);
    const after = await now();
    expect(after.turns === before.turns).toBe(after.shown === before.shown);
    if (after.turns === before.turns) same += 1;
    else other += 1;
    before = after;
  }
  expect(same).toBeGreaterThan(600);
  expect(other).toBeGreaterThan(5);
});

test('a task that is past its time changes the turns', async () => {
  const backend = createTestApp();
  await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('ktm-lt-0002'), objects } });
  await backend.call('setClock', { body: { command: 'jump', to: '2026-12-01T12:00:00Z' } });
  const { turns } = await pulseOf(backend);
  backend.pass(2 * 86_400_000);
  expect((await pulseOf(backend)).turns).not.toBe(turns);
});

test('the pulse carries the clock', async () => {
  const backend = createTestApp();
  const { clock } = await pulseOf(backend);
  expect(clock).toEqual((await backend.call('clock')).body);
});
