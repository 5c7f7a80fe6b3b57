import type { Answer, Parsed } from '#contract/operations.ts';
import type { ClockView, WorldView } from '#contract/simulation.ts';
import { rightsOf } from '#contract/rights.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import type { DurationModelView } from '#contract/durations.ts';
import { occurrencesBetween, type Occurrence } from '#domain/schedule/occurrence.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import { isReal, simulatedNow } from '../clock/simulated-clock.ts';
import { type ClockState } from '../ports/store.ts';
import { loadServer, serverZone, type RequestContext } from '../request-context.ts';

export async function getClock(context: RequestContext): Promise<ClockView> {
  return clockView((await loadServer(context)).clock, context.realNow());
}

export const clockView = (clock: ClockState, realMs: number): ClockView => ({
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

/** How long scans take in the simulation, by scope. */
export async function getDurationModel(context: RequestContext): Promise<DurationModelView> {
  return (await loadServer(context)).durations;
}
