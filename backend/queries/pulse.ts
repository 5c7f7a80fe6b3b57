import type { PulseView } from '#contract/pulse.ts';
import type { RecordKind } from '#contract/record-kinds.ts';
import { runSummaryAt } from '../runs/run-counts.ts';
import type { Store } from '../ports/store.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { loadTaskRunSet } from './task-run-sets.ts';
import { retainedTasks } from './retention.ts';
import { getClock } from './simulation.ts';

/** At which version of the store each kind of record was last written, what time alone has changed, and the clock. */
export async function getPulse(context: RequestContext): Promise<PulseView> {
  return {
    lastChanged: await lastChanged(context),
    turns: await countTransitions(context, await currentTimeMs(context)),
    clock: await getClock(context),
  };
}

async function lastChanged(context: RequestContext): Promise<Record<RecordKind, number>> {
  const { store } = context;
  const { rosters, runs, ...versions } = await store.versions();
  const { account, durations, scenario } = await loadServer(context);
  const version = await store.version();
  const since = partVersions(store);
  return {
    ...versions,
    runs: Math.max(runs, rosters),
    account: since('account', account, version),
    durations: since('durations', durations, version),
    server: since('server', [scenario, store.persistence, String(store.fallbackReason)].join(), version),
  };
}

type Part = 'account' | 'durations' | 'server';

interface PartVersion {
  readonly value: string | object | null;
  readonly since: number;
}

const known = new WeakMap<Store, Map<Part, PartVersion>>();

/**
 * Since which version a part of the server's one record is as it is: at the latest since the pulse that saw it so first.
 * The record itself changes with every write, its parts hardly ever.
 */
function partVersions(store: Store) {
  const parts = known.get(store) ?? new Map<Part, PartVersion>();
  known.set(store, parts);
  return (part: Part, value: string | object | null, version: number): number => {
    const before = parts.get(part);
    if (before?.value === value) return before.since;
    parts.set(part, { value, since: version });
    return version;
  };
}

/** Counts the tasks that are kept, and the starts and ends of their runs. */
async function countTransitions(context: RequestContext, nowMs: number): Promise<string> {
  const stored = await retainedTasks(context, nowMs);
  let turns = 0;
  for (const task of stored) {
    const { counts } = runSummaryAt(await loadTaskRunSet(context, task.id), nowMs);
    turns += counts.running + 2 * (counts['completed-clean'] + counts['completed-found']);
  }
  return `${String(stored.length)}.${String(turns)}`;
}
