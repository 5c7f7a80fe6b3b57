import type { Answer, Parsed } from '#contract/operations.ts';
import type { ClockView, WorldView } from '#contract/simulation.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import type { DurationModelView } from '#contract/durations.ts';
import { Problem } from '../problem.ts';
import { jumpedTo, pausedAt, runningAt, simulatedNow } from '../clock/simulated-clock.ts';
import { type ClockState } from '../ports/store.ts';
import type { ServerState } from '../ports/store.ts';
import { returnToRealTimeChanges } from './return-to-real-time.ts';
import { loadServer, type RequestContext } from '../request-context.ts';
import { getClock, clockView, getWorld } from '../queries/simulation.ts';

/**
 * Pause, run at a rate, jump forward, or go back to real time, which undoes what happened in the simulated future.
 * @throws Problem `state-forbids` when a jump would lead into the simulated past
 */
export async function setClock(context: RequestContext, { body }: Parsed<'setClock'>): Promise<ClockView> {
  const server = await loadServer(context);
  const real = context.realNow();
  const now = simulatedNow(server.clock, real);
  switch (body.command) {
    case 'pause':
      return commitClock(context, server, pausedAt(server.clock, real));
    case 'run':
      return commitClock(context, server, runningAt(server.clock, real, body.rate));
    case 'jump': {
      const to = toEpochMs(body.to);
      if (to < now) {
        throw new Problem(
          'state-forbids',
          `Simulated time runs forward only: choose an instant after ${toInstant(now)}.`,
          [{ path: '/to', message: 'This instant has passed' }],
        );
      }
      return commitClock(context, server, jumpedTo(server.clock, real, to));
    }
    case 'real':
      await context.store.commit(await returnToRealTimeChanges(context, server, real));
      return getClock(context);
    default:
      return body satisfies never;
  }
}

async function commitClock(context: RequestContext, server: ServerState, clock: ClockState): Promise<ClockView> {
  await context.store.commit({ server: { put: [{ ...server, clock }] } });
  return clockView(clock, context.realNow());
}

/** Tries the disk again, where it took nothing before. */
export async function storeWorld({ store }: RequestContext): Promise<Answer<'storeWorld'>> {
  await store.commit({});
  return {};
}

/** Nothing is left to open here: whoever answers has a world. One whose storage does not answer: mocks/hosts/opened-backend.ts. */
export const openWorld = (): Promise<Answer<'openWorld'>> => Promise.resolve({});

/** Puts the scenario's world back as it was at first. */
export async function resetWorld(context: RequestContext): Promise<WorldView> {
  const { scenario } = await loadServer(context);
  await context.store.replace(context.makeWorld(scenario, context.realNow()));
  return getWorld(context);
}

/** Says how long scans take in tasks created from now on; runs that are planned already keep their duration. */
export async function setDurationModel(
  context: RequestContext,
  { body }: Parsed<'setDurationModel'>,
): Promise<DurationModelView> {
  const server = await loadServer(context);
  await context.store.commit({ server: { put: [{ ...server, durations: body }] } });
  return body;
}
