import { QueryClient, QueryObserver, type QueryKey } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { operations, type OperationName } from '#contract/operations.ts';
import type { RecordKind } from '#contract/record-kinds.ts';
import { addOperations } from '#src/shared/api/client.ts';
import { storeAnswer } from '#src/shared/api/queries.ts';
import { refreshAffected, type Write } from './refresh-affected.ts';

addOperations(operations);

let client: QueryClient;
let read: string[];
let stop: (() => void)[];

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  read = [];
  stop = [];
});

afterEach(() => {
  for (const end of stop) end();
  client.clear();
});

/** A screen that shows the answer to a read, of version 1 of the store. */
function show(name: OperationName | 'pulse', about = '', meta: { shows?: readonly RecordKind[] } = {}) {
  const queryKey: QueryKey = [name, { about }];
  storeAnswer(client, queryKey, {}, '7.1');
  const queryFn = () => {
    read.push(about === '' ? name : `${name} ${about}`);
    return {};
  };
  stop.push(new QueryObserver(client, { queryKey, queryFn, meta }).subscribe(() => undefined));
  return queryKey;
}

const policyPage: readonly OperationName[] = ['groupTree', 'group', 'groupSummary', 'groupPolicies', 'policy', 'world'];
const taskPage: readonly OperationName[] = ['groupTree', 'group', 'groupTasks', 'task', 'taskRuns', 'taskTimeline'];

test.each<readonly [OperationName, readonly OperationName[], Write, readonly string[]]>([
  ['updatePolicy', policyPage, { version: '7.2' }, ['group', 'groupSummary', 'groupPolicies', 'policy', 'pulse']],
  ['updateGroup', policyPage, { version: '7.2' }, ['groupTree', 'group', 'groupSummary', 'groupPolicies', 'policy']],
  ['setDurationModel', policyPage, { version: '7.2' }, []],
  ['undoChange', policyPage, { version: '7.2', objects: ['account'] }, []],
  ['describeRevision', policyPage, { version: '7.2' }, []],
  // The pulse reads the lists that change in time alone too.
  ['startTask', taskPage, { version: '7.2' }, ['pulse']],
  ['simulateDetection', [...taskPage, 'detections'], { version: '7.2' }, ['detections', 'pulse']],
])('after %s, with %j on the screen, only what it affects is read', async (write, page, made, expected) => {
  for (const name of page) show(name);
  show('pulse');
  await refreshAffected(client, write, made);
  expect(read.sort()).toEqual([...expected].sort());
});

test('what was read since the write, as its own answer, is not read again', async () => {
  const queryKey = show('policy');
  show('groupPolicies');
  storeAnswer(client, queryKey, {}, '7.2');
  await refreshAffected(client, 'updatePolicy', { version: '7.2' });
  expect(read).toEqual(['groupPolicies']);
});

test('after a refusal everything that the write would have affected is read', async () => {
  storeAnswer(client, show('policy'), {}, '7.9');
  await refreshAffected(client, 'updatePolicy');
  expect(read).toEqual(['policy']);
});

test('what is not on the screen is read once it is', async () => {
  const queryKey = show('groupPolicies');
  for (const end of stop) end();
  await refreshAffected(client, 'updatePolicy', { version: '7.2' });
  expect([read, client.getQueryState(queryKey)?.isInvalidated]).toEqual([[], true]);
});

test('a query of a deleted object, or that shows less than its answer is made of, is left alone', async () => {
  const deleted = show('policy', 'deleted');
  show('account', 'state', { shows: ['account'] });
  show('account', 'usage');
  await refreshAffected(client, 'deletePolicy', { version: '7.2', isDeleted: ({ queryKey }) => queryKey === deleted });
  expect(read).toEqual(['account usage']);
});

test('a dry run is left alone: it names a version, and whoever shows it asks for the next', async () => {
  show('dryRun');
  await refreshAffected(client, 'updatePolicy', { version: '7.2' });
  expect(read).toEqual([]);
});
