import type { Answer, Parsed } from '#contract/operations.ts';
import type { ClockView, WorldView } from '#contract/simulation.ts';
import { rightsOf } from '#contract/rights.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import { occurrencesBetween, type Occurrence } from '#domain/schedule/occurrence.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import { Problem } from '../problem.ts';
import { isReal, jumpedTo, pausedAt, runningAt, simulatedNow, type ClockState } from '../clock/simulated-clock.ts';
import type { ServerState } from '../ports/store.ts';
import { returnToRealTimeChanges } from './return-to-real-time.ts';
import { loadServer, serverZone, type RequestContext } from '../request-context.ts';

export async function getClock(context: RequestContext): Promise<ClockView> {
  return clockView((await loadServer(context)).clock, context.realNow());
}

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

const clockView = (clock: ClockState, realMs: number): ClockView => ({
  now: toInstant(simulatedNow(clock, realMs)),
  rate: clock.rate,
  paused: clock.paused,
  real: isReal(clock),
});

/** The start rule asked directly: the same function that plans runs, with the moment left open. Nothing is stored. */
export function previewScanStart({ body }: Parsed<'preview'>): Answer<'preview'> {
  const { start, timeZone } = body;
  const windows =
    start.mode === 'interval'
      ? occurrencesBetween(start.window, toEpochMs(body.from), toEpochMs(body.to), timeZone).map(intervalOf)
      : [];
  return {
    windows,
    starts: body.createdAt.map((createdAt) => {
      const plan = planStart(start, { createdAtMs: toEpochMs(createdAt), zone: timeZone, moment: 0 });
      return {
        createdAt,
        because: plan.because,
        at: plan.kind === 'at-once' ? toInstant(plan.startMs) : null,
        window: 'occurrence' in plan ? intervalOf(plan.occurrence) : null,
      };
    }),
  };
}

const intervalOf = ({ opensAtMs, closesAtMs }: Occurrence) => ({
  opensAt: toInstant(opensAtMs),
  closesAt: toInstant(closesAtMs),
});

export async function getWorld(context: RequestContext): Promise<WorldView> {
  const server = await loadServer(context);
  const { scenario, seed, users } = server;
  const { persistence, fallbackReason: unstored, setAside, damaged } = context.store;
  return {
    scenario,
    seed,
    user: context.user.name,
    role: context.user.role,
    rights: [...rightsOf[context.user.role]],
    users: [...users],
    serverTimeZone: serverZone(server),
    persistence,
    unstored,
    setAside,
    damaged: damaged.length,
  };
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
