import type { TaskId } from '#domain/ids.ts';
import type { TaskRunSet } from '../ports/run-records.ts';
import type { RequestContext } from '../request-context.ts';

/** The runs of a task with the devices they are on; none where they could not be read from the disk. */
export async function loadTaskRunSet({ store }: RequestContext, taskId: TaskId): Promise<TaskRunSet> {
  const runs = await store.get('runs', taskId);
  const roster = runs && (await store.get('rosters', runs.roster));
  return runs && roster ? { runs, roster } : emptyTaskRunSet(taskId);
}

const emptyTaskRunSet = (id: TaskId): TaskRunSet => ({
  runs: { id, seed: 0, roster: id, cases: [], caseOf: new Uint16Array() },
  roster: { id, devices: [] },
});

/** The runs of every task that is stored, in the order of the tasks. */
export async function loadTaskRunSets({ store }: Pick<RequestContext, 'store'>): Promise<TaskRunSet[]> {
  const rosters = new Map((await store.all('rosters')).map((roster) => [roster.id, roster]));
  return (await store.all('runs')).flatMap((runs) => {
    const roster = rosters.get(runs.roster);
    return roster ? [{ runs, roster }] : [];
  });
}
