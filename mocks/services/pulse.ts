import type { PulseView } from '#contract/pulse.ts';
import { standingAt } from '../runs/standing.ts';
import { nowOf, type Backend } from './backend.ts';
import { blockOf } from './blocks.ts';
import { keptTasks } from './retention.ts';
import { clockView } from './simulation.ts';

/**
 * A version of all that live lists show, and the clock. It changes with every write, with every run that starts or ends,
 * and with every task that is past its time.
 */
export async function pulse(backend: Backend): Promise<PulseView> {
  const now = await nowOf(backend);
  const kept = await keptTasks(backend, now);
  let changes = 0;
  for (const task of kept) {
    const { counts } = standingAt(await blockOf(backend, task.id), now);
    changes += counts.running + 2 * (counts['completed-clean'] + counts['completed-found']);
  }
  const version = [await backend.store.version(), kept.length, changes].join('.');
  return { version, clock: await clockView(backend) };
}
