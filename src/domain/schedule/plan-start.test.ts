import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { timeOfDaySchema } from '../ids.ts';
import { uniformMoment } from './moment.ts';
import { nextOccurrence, occurrenceOn } from './occurrence.ts';
import { momentWithin, planStart } from './plan-start.ts';
import { minutesOf, readTimeOfDay, type DailyWindow, type ScanStart } from './scan-start.ts';
import { clockChanges, minuteOnWall, occurrencesAround } from './wall-clock.ts';
import vectors from './start-rule.vectors.json' with { type: 'json' };

const windowOf = (start: string, end: string): DailyWindow => ({
  start: timeOfDaySchema.parse(start),
  end: timeOfDaySchema.parse(end),
});
const interval = (start: string, end: string) =>
  ({ mode: 'interval' as const, window: windowOf(start, end) }) satisfies ScanStart;
const ms = (instant: string) => Date.parse(instant);
const berlin = 'Europe/Berlin';
const afterHours = interval('20:00', '07:00');
const zones = Intl.supportedValuesOf('timeZone');

const timeText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const aTime = fc.integer({ min: 0, max: 1439 }).map(timeText);
const aWindow = fc
  .tuple(aTime, aTime)
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => windowOf(start, end));
const anInstant = fc
  .integer({ min: ms('2024-01-01T00:00Z') / 60_000, max: ms('2028-01-01T00:00Z') / 60_000 })
  .map((m) => m * 60_000);
const aZone = fc.constantFrom(...zones);
const aMoment = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the worked cases', () => {
  test.each(vectors)('$start–$end in $timeZone, created $createdAt: $kind', (v) => {
    const plan = planStart(interval(v.start, v.end), { createdAtMs: ms(v.createdAt), zone: v.timeZone, moment: 0.5 });
    if (v.kind === 'immediate') {
      expect(plan).toMatchObject({ kind: 'at-once', because: 'inside-window', startMs: ms(v.createdAt) });
    } else {
      expect(plan).toMatchObject({
        kind: 'waits',
        occurrence: { opensAtMs: ms(v.opensAt ?? ''), closesAtMs: ms(v.closesAt ?? '') },
      });
    }
  });
});

describe('the documented examples with 20:00–07:00', () => {
  const created = (instant: string) => planStart(afterHours, { createdAtMs: ms(instant), zone: berlin, moment: 0.25 });

  test('a task created at 19:00 starts at any moment from 20:00 to 07:00', () => {
    expect(created('2026-11-24T18:00Z')).toMatchObject({
      kind: 'waits',
      occurrence: { date: '2026-11-24', opensAtMs: ms('2026-11-24T19:00Z'), closesAtMs: ms('2026-11-25T06:00Z') },
      startMs: ms('2026-11-24T21:45Z'),
    });
  });

  test('a task created at 21:00 starts at 21:00', () => {
    expect(created('2026-11-24T20:00Z')).toMatchObject({ kind: 'at-once', startMs: ms('2026-11-24T20:00Z') });
  });

  test('a task created at 08:00 starts in the next period', () => {
    expect(created('2026-11-25T07:00Z')).toMatchObject({ kind: 'waits', occurrence: { date: '2026-11-25' } });
  });

  test('created exactly at the start is inside, exactly at the end is not', () => {
    expect(created('2026-11-24T19:00Z').kind).toBe('at-once');
    expect(created('2026-11-25T06:00Z')).toMatchObject({ kind: 'waits', occurrence: { date: '2026-11-25' } });
  });
});

describe('the other modes', () => {
  const creation = { createdAtMs: ms('2026-11-24T10:00Z'), zone: berlin, moment: 0.9 };
  test('manual never starts by itself', () => {
    expect(planStart({ mode: 'manual' }, creation)).toEqual({ kind: 'never', because: 'manual' });
  });
  test('immediate starts at the instant of creation', () => {
    expect(planStart({ mode: 'immediate' }, creation)).toMatchObject({
      kind: 'at-once',
      startMs: creation.createdAtMs,
    });
  });
});

describe('clock changes and the date line', () => {
  test('a window that a spring change leaves empty is skipped', () => {
    const w = windowOf('02:30', '03:00');
    expect(occurrenceOn(w, Temporal.PlainDate.from('2026-03-29'), berlin)).toBeNull();
    expect(nextOccurrence(w, ms('2026-03-28T12:00Z'), berlin).date).toBe('2026-03-30');
  });

  test('a window that holds an autumn change is an hour longer, and its last moment lies in that hour', () => {
    const o = nextOccurrence(windowOf('20:00', '07:00'), ms('2026-10-24T12:00Z'), berlin);
    expect(o.closesAtMs - o.opensAtMs).toBe(12 * 3_600_000);
    expect(momentWithin(o, 0.999)).toBeGreaterThan(o.opensAtMs + 11 * 3_600_000);
  });

  test('a day that a zone skipped at the date line has no window of its own', () => {
    const o = nextOccurrence(windowOf('01:00', '02:00'), ms('2011-12-30T09:30Z'), 'Pacific/Apia');
    expect(o).toMatchObject({ opensAtMs: ms('2011-12-30T11:00Z'), closesAtMs: ms('2011-12-30T12:00Z') });
  });
});

describe('properties', () => {
  test('in any zone, around any clock change: inside at once, outside within the next window, as clocks on the wall say', () => {
    fc.assert(
      fc.property(aWindow, anInstant, aZone, aMoment, (window, createdAtMs, zone, moment) => {
        expectAsOnTheWall(window, createdAtMs, zone, moment);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  test('every zone that the runtime knows, on an ordinary day and around each of its own clock changes', () => {
    const year = [ms('2026-01-01T00:00Z'), ms('2027-01-01T00:00Z')] as const;
    let changes = 0;
    for (const zone of zones) {
      expectAsOnTheWall(afterHours.window, ms('2026-11-24T10:00Z'), zone, 0.5);
      for (const change of clockChanges(zone, ...year)) {
        changes += 1;
        // A window that opens a quarter of an hour before the wall jumps, or within what it repeats, and one overnight.
        const atChange = minuteOnWall(change - 15 * 60_000, zone);
        const short = windowOf(timeText(atChange), timeText((atChange + 45) % 1440));
        for (const minutes of [-1500, -1, 0, 20]) {
          expectAsOnTheWall(short, change + minutes * 60_000, zone, 0.5);
          expectAsOnTheWall(afterHours.window, change + minutes * 60_000, zone, 0.999);
        }
      }
    }
    expect(changes).toBeGreaterThan(zones.length / 2);
  });

  test('the moment of a run does not depend on order or on which others are planned', () => {
    const devices = Array.from({ length: 500 }, (_, i) => `device-${String(i)}`);
    const all = new Map(devices.map((d) => [d, uniformMoment(42, 'task-1', d)]));
    for (const d of [...devices].reverse().filter((_, i) => i % 7 === 0)) {
      expect(uniformMoment(42, 'task-1', d)).toBe(all.get(d));
    }
    expect(uniformMoment(43, 'task-1', 'device-1')).not.toBe(all.get('device-1'));
    expect(uniformMoment(42, 'task-2', 'device-1')).not.toBe(all.get('device-1'));
  });

  test('moments are uniform over many tasks and over many devices (Kolmogorov–Smirnov, 1 %)', () => {
    const n = 100_000;
    const critical = 1.63 / Math.sqrt(n);
    const ofDevices = Float64Array.from({ length: n }, (_, i) => uniformMoment(7, 'det-0001', `ber-ws-${String(i)}`));
    const ofTasks = Float64Array.from({ length: n }, (_, i) => uniformMoment(7, `det-${String(i)}`, 'ber-ws-0142'));
    expect(distanceFromUniform(ofDevices)).toBeLessThan(critical);
    expect(distanceFromUniform(ofTasks)).toBeLessThan(critical);
  });
});

describe('reading a time', () => {
  test.each([
    ['20:00', '20:00'],
    ['2000', '20:00'],
    ['800', '08:00'],
    ['7:05', '07:05'],
    [' 07:00 ', '07:00'],
    ['24:00', null],
    ['7:5', null],
    ['12:60', null],
    ['', null],
    ['noon', null],
  ])('%j is %j', (text, time) => {
    expect(readTimeOfDay(text)).toBe(time);
  });
});

/** Holds a plan against the rule as clocks on the wall say it: without Temporal, and without the code under test. */
function expectAsOnTheWall(window: DailyWindow, createdAtMs: number, zone: string, moment: number) {
  const what = `${window.start}–${window.end} in ${zone}, created ${new Date(createdAtMs).toISOString()}`;
  const plan = planStart({ mode: 'interval', window }, { createdAtMs, zone, moment });
  if (plan.kind === 'never' || plan.because === 'immediate') throw new Error(`${what}: an interval plans a start`);
  const around = occurrencesAround(window, createdAtMs, zone);
  const inside = around.find((o) => o.opensAtMs <= createdAtMs && createdAtMs < o.closesAtMs);
  const next = around.find((o) => o.opensAtMs > createdAtMs);
  expect(plan.because, what).toBe(inside ? 'inside-window' : 'outside-window');
  expect(plan.occurrence, what).toMatchObject(inside ?? next ?? {});
  if (inside) {
    expect(plan.startMs, what).toBe(createdAtMs);
  } else {
    expect(plan.startMs, what).toBeGreaterThanOrEqual(plan.occurrence.opensAtMs);
    expect(plan.startMs, what).toBeLessThan(plan.occurrence.closesAtMs);
  }
  const { opensAtMs, closesAtMs } = plan.occurrence;
  const changed = clockChanges(zone, opensAtMs - 86_400_000, closesAtMs + 86_400_000).length > 0;
  if (changed) return;
  // Where no clock changed meanwhile, the wall itself says it: the window opens at its start, and holds the run's start.
  const [start, end, at] = [minutesOf(window.start), minutesOf(window.end), minuteOnWall(plan.startMs, zone)];
  expect(minuteOnWall(opensAtMs, zone), what).toBe(start);
  expect(start < end ? start <= at && at < end : start <= at || at < end, what).toBe(true);
}

function distanceFromUniform(sample: Float64Array): number {
  const sorted = sample.toSorted();
  return sorted.reduce(
    (worst, x, i) => Math.max(worst, Math.abs(x - i / sorted.length), Math.abs(x - (i + 1) / sorted.length)),
    0,
  );
}
