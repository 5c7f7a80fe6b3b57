import type { Run } from '#domain/response/run.ts';
import { runAt } from '../../runs/task-runs.ts';
import type { Store } from '../../ports/store.ts';
import { loadTaskRunSets } from '../task-run-sets.ts';

/** Every run of a store, one object each, for tests that read them one by one. */
export async function allRunsOf(store: Store): Promise<Run[]> {
  return (await loadTaskRunSets({ store })).flatMap((runSet) =>
    runSet.roster.devices.map((_, place) => runAt(runSet, place)),
  );
}

/** One run by its id; undefined where there is none. */
export const oneRun = async (store: Store, id: string): Promise<Run | undefined> =>
  (await allRunsOf(store)).find((run) => run.id === id);
