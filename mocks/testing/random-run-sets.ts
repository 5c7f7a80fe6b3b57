import fc from 'fast-check';
import type { Device } from '#domain/fleet/fleet.ts';
import { policyIdSchema, taskIdSchema } from '#domain/ids.ts';
import { canStartByHand, defaultDurationModel, withDeviceStatus, type Run } from '#domain/response/run.ts';
import { replanned } from '#backend/commands/replanning.ts';
import { aDevice, atOnce, between, manually } from '../seed/vocabulary.ts';
import { mapRuns } from '#backend/runs/map-runs.ts';
import { planRuns, type EffectiveScanSettings } from '#backend/runs/plan-runs.ts';
import { sortedById, findOrCreateRoster } from '#backend/runs/roster.ts';
import type { TaskRunSet } from '#backend/ports/run-records.ts';

/** Blocks as a world may bring them about: planned, then changed by a few things that happen to some of their runs. */

const hour = 3_600_000;
export const seed = 2026;
export const createdAtMs = Date.parse('2026-11-24T12:00:00Z');
const zones = ['Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'UTC', 'PST'] as const;
const policyId = policyIdSchema.parse('baseline');

export const holdings: readonly EffectiveScanSettings[] = [
  { scanning: { scope: 'critical-areas', start: between('20:00', '07:00') }, source: { kind: 'default' } },
  { scanning: { scope: 'system-drives', start: between('13:00', '13:20') }, source: { kind: 'device' } },
  { scanning: { scope: 'critical-areas', start: manually }, source: { kind: 'default' } },
  {
    scanning: { scope: 'system-drives', start: atOnce },
    source: { kind: 'locked-by-policy', policyId, policyName: 'Baseline' },
  },
];

/** Something that happens to the runs at every so many places, at an instant, some time after what happened before. */
export interface Happening {
  readonly afterMs: number;
  readonly every: number;
  readonly what: 'start' | 'away' | 'back' | 'settings';
  readonly holding: number;
}

const aHappening: fc.Arbitrary<Happening> = fc.record({
  afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10 * hour })),
  every: fc.integer({ min: 1, max: 4 }),
  what: fc.constantFrom('start', 'away', 'back', 'settings'),
  holding: fc.nat(holdings.length - 1),
});

/** What becomes of one run, by the rules for one run alone. @param atMs epoch milliseconds UTC */
export function happensTo(run: Run, { what, holding }: Happening, atMs: number): Run {
  switch (what) {
    case 'start':
      return canStartByHand(run, atMs) ? { ...run, startedByHand: { atMs, by: 'Ada' } } : run;
    case 'away':
      return withDeviceStatus(run, 'offline', atMs);
    case 'back':
      return withDeviceStatus(run, 'online', atMs);
    case 'settings': {
      return replanned(run, holdings[holding] ?? run, { seed, durations: defaultDurationModel }, atMs);
    }
    default:
      return what satisfies never;
  }
}

/** The block after it. */
export function happensIn(runSet: TaskRunSet, happening: Happening, atMs: number): TaskRunSet {
  const runs = mapRuns(runSet, {
    atMs,
    durations: defaultDurationModel,
    kindOf: (place) => (place % happening.every === 0 ? 0 : -1),
    change: (run) => happensTo(run, happening, atMs),
  });
  return { ...runSet, runs };
}

export interface Story {
  readonly devices: readonly Device[];
  readonly kinds: readonly number[];
  readonly runSet: TaskRunSet;
  readonly happenings: readonly Happening[];
  /** How long after its creation the block is looked at, in the order of time. */
  readonly looksMs: readonly number[];
}

/** A new block of up to thirty runs, what will happen to it, and when somebody will look at it. */
export const aStory: fc.Arbitrary<Story> = fc
  .record({
    kinds: fc.array(fc.nat(holdings.length - 1), { minLength: 1, maxLength: 30 }),
    offline: fc.integer({ min: 2, max: 5 }),
    happenings: fc.array(aHappening, { maxLength: 5 }),
    looksMs: fc.array(fc.oneof(fc.nat(40 * hour), fc.nat(90 * 60_000)), { minLength: 2, maxLength: 12 }),
  })
  .map(({ kinds, offline, happenings, looksMs }) => {
    const devices = sortedById(
      kinds.map((_, i) =>
        aDevice(`WS-${String(i + 1)}`, 'berlin', zones[i % zones.length] ?? 'UTC', {
          status: i % offline === 1 ? 'offline' : 'online',
        }),
      ),
    );
    const roster = findOrCreateRoster(devices, [], 'roster');
    const id = taskIdSchema.parse('task-0001');
    const foundAt = (place: number) => place % 7 === 3;
    const durations = defaultDurationModel;
    const runs = planRuns({
      id,
      seed,
      createdAtMs,
      durations,
      roster: roster.id,
      devices,
      settings: holdings,
      settingsOf: kinds,
      iocFoundAt: foundAt,
    });
    return { devices, kinds, runSet: { runs, roster }, happenings, looksMs: looksMs.sort((a, b) => a - b) };
  });
