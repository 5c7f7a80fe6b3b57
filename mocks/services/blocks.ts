import type { Roster } from '../runs/roster.ts';
import type { RunBlock, TaskRuns } from '../runs/task-runs.ts';
import { need, type Backend } from './backend.ts';

/** The runs of a task with the devices they are on. @throws Problem `not-found` */
export async function blockOf(backend: Backend, taskId: string): Promise<RunBlock> {
  const runs = await need(backend, 'runs', taskId);
  return { runs, roster: await need(backend, 'rosters', runs.roster) };
}

/** The runs of every task that is stored, in the order of the tasks. */
export async function blocksIn({ store }: Pick<Backend, 'store'>): Promise<RunBlock[]> {
  const rosters = new Map((await store.all('rosters')).map((roster) => [roster.id, roster]));
  return (await store.all('runs')).map((runs) => ({ runs, roster: rosterOf(rosters, runs) }));
}

function rosterOf(rosters: ReadonlyMap<string, Roster>, { id, roster }: TaskRuns): Roster {
  const found = rosters.get(roster);
  if (!found) throw new Error(`The devices of the runs of ${id} are not in the store`);
  return found;
}
