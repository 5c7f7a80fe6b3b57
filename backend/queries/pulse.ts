import type { PulseView } from '#contract/pulse.ts';
import type { RecordKind } from '#contract/record-kinds.ts';
import { standingAt } from '../runs/run-counts.ts';
import type { Store } from '../ports/store.ts';
import { nowOf, serverOf, type Backend } from '../request-context.ts';
import { blockOf } from './task-run-sets.ts';
import { keptTasks } from './retention.ts';
import { clockView } from '../commands/simulation.ts';

/** At which version of the store each kind of record was last written, what time alone has changed, and the clock. */
export async function pulse(backend: Backend): Promise<PulseView> {
  return {
    lastChanged: await lastChanged(backend),
    turns: await turnsUntil(backend, await nowOf(backend)),
    clock: await clockView(backend),
  };
}

async function lastChanged(backend: Backend): Promise<Record<RecordKind, number>> {
  const { store } = backend;
  const { rosters, runs, ...versions } = await store.versions();
  const { account, durations, scenario } = await serverOf(backend);
  const version = await store.version();
  const since = sinceIn(store);
  return {
    ...versions,
    runs: Math.max(runs, rosters),
    account: since('account', account, version),
    durations: since('durations', durations, version),
    server: since('server', [scenario, store.persistence, String(store.unstored)].join(), version),
  };
}

type Part = 'account' | 'durations' | 'server';

interface Since {
  readonly value: string | object | null;
  readonly since: number;
}

const known = new WeakMap<Store, Map<Part, Since>>();

/**
 * Since which version a part of the server's one record is as it is: at the latest since the pulse that saw it so first.
 * The record itself changes with every write, its parts hardly ever.
 */
function sinceIn(store: Store) {
  const parts = known.get(store) ?? new Map<Part, Since>();
  known.set(store, parts);
  return (part: Part, value: string | object | null, version: number): number => {
    const before = parts.get(part);
    if (before?.value === value) return before.since;
    parts.set(part, { value, since: version });
    return version;
  };
}

/** Counts the tasks that are kept, and the starts and ends of their runs. */
async function turnsUntil(backend: Backend, nowMs: number): Promise<string> {
  const kept = await keptTasks(backend, nowMs);
  let turns = 0;
  for (const task of kept) {
    const { counts } = standingAt(await blockOf(backend, task.id), nowMs);
    turns += counts.running + 2 * (counts['completed-clean'] + counts['completed-found']);
  }
  return `${String(kept.length)}.${String(turns)}`;
}
