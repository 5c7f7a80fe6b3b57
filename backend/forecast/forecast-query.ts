import type { Parsed } from '#contract/operations.ts';
import { toEpochMs } from '#contract/time.ts';
import type { DurationModel } from '#domain/response/run.ts';
import { momentOf, taskKey } from '#domain/schedule/moment.ts';
import { Problem } from '#backend/problem.ts';
import type { ServerState } from '#backend/ports/store.ts';

type Body = Parsed<'forecast'>['body'];

/** The parameters that both operations share. */
export type ForecastParameters = Pick<
  Body,
  'place' | 'draft' | 'detections' | 'offline' | 'durations' | 'seed' | 'firstTask'
>;

/** The parameters with defaults filled in. */
export interface ForecastQuery {
  /** The begin of the forecast, epoch milliseconds UTC: the first detection, or the begin of an empty stream. */
  readonly fromMs: number;
  /** Epoch milliseconds UTC, in order; the tasks are numbered in this order from `firstTask` on. */
  readonly detectionsMs: readonly number[];
  readonly offline: ForecastParameters['offline'];
  readonly seed: number;
  readonly firstTask: number;
  readonly durations: DurationModel;
}

const dayMs = 86_400_000;
const maxDays = 366;

/**
 * @param server provides the defaults of seed, first task and durations
 * @throws Problem `invalid-input` when the detections lie more than 366 days apart
 */
export function forecastQueryOf(question: ForecastParameters, server: ServerState): ForecastQuery {
  const seed = question.seed ?? server.seed;
  const detectionsMs = detectionInstants(question.detections, seed);
  const fromMs = question.detections.kind === 'stream' ? toEpochMs(question.detections.from) : (detectionsMs[0] ?? 0);
  if ((detectionsMs.at(-1) ?? fromMs) - fromMs > maxDays * dayMs) {
    throw new Problem(
      'invalid-input',
      `The detections lie more than ${String(maxDays)} days apart. Choose instants that are closer together.`,
      [{ path: '/detections/instants', message: `At most ${String(maxDays)} days apart` }],
    );
  }
  return {
    fromMs: Math.min(fromMs, detectionsMs[0] ?? fromMs),
    detectionsMs,
    offline: question.offline,
    seed,
    firstTask: question.firstTask ?? server.nextNumber,
    durations: question.durations ?? server.durations,
  };
}

function detectionInstants(detections: ForecastParameters['detections'], seed: number): number[] {
  switch (detections.kind) {
    case 'at':
      return detections.instants.map(toEpochMs).sort((a, b) => a - b);
    case 'stream':
      return detectionStream(toEpochMs(detections.from), detections, seed);
    default:
      return detections satisfies never;
  }
}

/**
 * The instants of a stream: a Poisson process, so the gaps between detections are exponential, each drawn from the seed
 * and its number. Whole seconds, so that the sample is the same in every browser. Epoch milliseconds UTC, in order.
 */
export function detectionStream(
  fromMs: number,
  { days, perDay }: { days: number; perDay: number },
  seed: number,
): number[] {
  const key = taskKey(seed, 'stream of detections');
  const instants: number[] = [];
  let atDays = 0;
  for (let number = 0; ; number += 1) {
    atDays -= Math.log(1 - momentOf(key, number)) / perDay;
    if (atDays >= days) return instants;
    instants.push(fromMs + Math.floor(atDays * 86_400) * 1_000);
  }
}
