import type { Page } from '@playwright/test';
import type { Answer } from '#contract/operations.ts';
import type { GroupNode } from '#contract/groups.ts';
import { linearCongruentialGenerator } from '#mocks/testing/random-generator.ts';
import { createGroup, detect, renamePolicy, wander, workerAt, type Worker } from './chaos.ts';
import { deep, expect, test } from './fixtures.ts';
import { api, open } from './steps.ts';

test.use({ faults: true });

/** `VESPER_SEED=7 VESPER_ACTIONS=400 npx playwright test e2e/chaos.spec.ts` replays another seed, for longer. */
const seed = Number(process.env['VESPER_SEED'] ?? 3);
const actions = Number(process.env['VESPER_ACTIONS'] ?? (deep ? 400 : 12));

async function act(worker: Worker, i: number, draw: () => number): Promise<void> {
  const what = draw();
  const name = `${worker.name} ${String(i)}`;
  if (what < 0.35) await renamePolicy(worker, name);
  else if (what < 0.55) await createGroup(worker, name);
  else if (what < 0.65) await detect(worker, `${String(i)}.exe`);
  else await wander(worker, draw);
}

const read = async <T>(calm: Page, path: string): Promise<T> => {
  const { status, body } = await api(calm, 'GET', path);
  expect(status, path).toBe(200);
  return body as T;
};

/** That groups hang together under the root, that no two beside each other share a name, and no group two active policies. */
async function expectSoundWorld(calm: Page) {
  const { groups } = await read<{ groups: GroupNode[] }>(calm, '/groups');
  const ids = new Set(groups.map(({ id }) => id));
  for (const { parentId, name } of groups) expect(parentId === null || ids.has(parentId), name).toBe(true);
  expect(new Set(groups.map(({ parentId, name }) => `${String(parentId)}/${name.toLowerCase()}`)).size).toBe(
    groups.length,
  );
  for (const { id } of groups) {
    const { rows } = await read<{ rows: { status: string; inherited: boolean }[] }>(calm, `/groups/${id}/policies`);
    const seats = rows
      .filter(({ status, inherited }) => !inherited && status !== 'inactive')
      .map(({ status }) => status);
    expect(new Set(seats).size, id).toBe(seats.length);
  }
  return groups.map(({ name }) => name);
}

test(`chaos with seed ${String(seed)}: ${String(actions)} actions in two tabs under storms lose nothing that was acknowledged`, async ({
  page,
  context,
}) => {
  test.setTimeout(deep ? 3_600_000 : 360_000);
  const other = await context.newPage();
  const complaints: string[] = [];
  other.on('pageerror', (error) => complaints.push(error.message));
  const draw = linearCongruentialGenerator(seed);
  const workers = [
    await workerAt(page, { id: 'm-admin', name: 'M. Admin' }, seed),
    await workerAt(other, { id: 'j-keller', name: 'J. Keller' }, seed + 1),
  ];
  for (let i = 0; i < actions; i += workers.length) {
    // Both at once: what one does meets what the other one does, and the worker that ends for one ends for both.
    await Promise.all(workers.map((worker, at) => act(worker, i + at, draw)));
  }

  // What is read afterwards is read after the storms: a tab that is still in one may end the worker for all.
  for (const worker of workers) await worker.page.close();
  const calm = await context.newPage();
  await open(calm, '/audit', 'small');
  const saved = workers.flatMap(({ acknowledged }) => acknowledged.policies);
  const created = workers.flatMap(({ acknowledged }) => acknowledged.groups);
  const tasks = workers.flatMap(({ acknowledged }) => acknowledged.tasks);
  expect(Math.min(saved.length, created.length), 'some of it must have got through').toBeGreaterThan(1);

  const history = await read<Answer<'history'>>(calm, '/history/policy/labs');
  const renamings = history.rows.flatMap(({ changes }) => changes.filter(({ setting }) => setting === 'Name'));
  for (const name of saved)
    expect(
      renamings.filter(({ to }) => to === name),
      name,
    ).toHaveLength(1);
  for (const { number } of history.rows) {
    await read(calm, `/history/policy/labs/compare?from=${String(number)}&to=${String(history.revision)}`);
  }
  const names = await expectSoundWorld(calm);
  for (const name of created)
    expect(
      names.filter((each) => each === name),
      name,
    ).toHaveLength(1);
  for (const id of tasks) await read(calm, `/tasks/${id}`);
  expect(complaints).toEqual([]);
});
