import { describe, expect, test } from 'vitest';
import { deviceIdSchema, runIdOf, taskIdSchema, timeOfDaySchema } from '../ids.ts';
import type { IocScanning } from '../policy/settings.ts';
import { planStart } from '../schedule/plan-start.ts';
import type { ScanStart } from '../schedule/scan-start.ts';
import {
  canStartByHand,
  defaultDurationModel,
  durationMs,
  hasStarted,
  replan,
  startOf,
  stateAt,
  withDeviceStatus,
  withZone,
  type Run,
} from './run.ts';

const minute = 60_000;
const at = (clock: string) => Date.parse(`2026-11-24T${clock}Z`);
const created = at('18:00');

const immediate: ScanStart = { mode: 'immediate' };
const manual: ScanStart = { mode: 'manual' };
/** 20:00–07:00 in London, where the wall reads UTC in November. */
const afterHours: ScanStart = {
  mode: 'interval',
  window: { start: timeOfDaySchema.parse('20:00'), end: timeOfDaySchema.parse('07:00') },
};
const scanning = (start: ScanStart): IocScanning => ({ scope: 'critical-areas', start });

/** A run created at 18:00 whose moment is an eleventh of its window: with 20:00–07:00 it starts at 21:00 for ten minutes. */
function aRun(start: ScanStart, parts: Partial<Run> = {}): Run {
  const [taskId, deviceId] = [taskIdSchema.parse('task-0001'), deviceIdSchema.parse('ber-ws-0001')];
  const moment = 1 / 11 + 1e-12;
  return {
    id: runIdOf(taskId, deviceId),
    taskId,
    deviceId,
    zone: 'Europe/London',
    scanning: scanning(start),
    source: { kind: 'default' },
    deviceOnline: true,
    plan: planStart(start, { createdAtMs: created, zone: 'Europe/London', moment }),
    plannedAtMs: created,
    startedByHand: null,
    moment,
    durationMs: 10 * minute,
    iocFound: false,
    decisions: [],
    ...parts,
  };
}

const waiting = aRun(afterHours);
const off = { deviceOnline: false };

describe('the state of a run through its life', () => {
  test.each([
    ['created outside the window', waiting, '18:00', 'waiting'],
    ['a millisecond before its start', waiting, '20:59:59.999', 'waiting'],
    ['at its start', waiting, '21:00', 'running'],
    ['a millisecond before its end', waiting, '21:09:59.999', 'running'],
    ['at its end', waiting, '21:10', 'completed-clean'],
    ['at its end, with the object on the device', aRun(afterHours, { iocFound: true }), '21:10', 'completed-found'],
    ['immediate, at its creation', aRun(immediate), '18:00', 'running'],
    ['manual, however late', aRun(manual), '23:59', 'not-started'],
    ['manual, started by hand', aRun(manual, { startedByHand: { atMs: at('19:00'), by: 'Ada' } }), '19:05', 'running'],
    [
      'manual, before the hand that starts it',
      aRun(manual, { startedByHand: { atMs: at('19:00'), by: 'Ada' } }),
      '18:59',
      'not-started',
    ],
    [
      'by hand before its planned start',
      aRun(afterHours, { startedByHand: { atMs: at('19:00'), by: 'Ada' } }),
      '19:10',
      'completed-clean',
    ],
    ['on an offline device, past its planned start', aRun(afterHours, off), '21:05', 'waiting-for-device'],
    ['immediate on an offline device', aRun(immediate, off), '23:00', 'waiting-for-device'],
    ['manual on an offline device', aRun(manual, off), '23:00', 'not-started'],
  ])('%s', (_, run, clock, state) => {
    expect(stateAt(run, at(clock))).toBe(state);
  });

  test('its start is the hand’s, else the plan’s, and none while it depends on a person or on the device', () => {
    expect(startOf(waiting)).toBe(at('21:00'));
    expect(startOf(aRun(afterHours, { startedByHand: { atMs: at('19:00'), by: 'Ada' } }))).toBe(at('19:00'));
    expect(startOf(aRun(manual))).toBeNull();
    expect(startOf(aRun(afterHours, off))).toBeNull();
    expect([hasStarted(waiting, at('20:59')), hasStarted(waiting, at('21:00'))]).toEqual([false, true]);
  });
});

describe('a change of settings', () => {
  const change = (run: Run, start: ScanStart, clock: string) =>
    replan(run, { scope: 'system-drives', start }, { kind: 'device' }, 99 * minute, at(clock));

  test('plans what waits anew, as if created at the instant of the change', () => {
    expect(change(waiting, immediate, '19:00')).toMatchObject({
      plan: { because: 'immediate', startMs: at('19:00') },
      plannedAtMs: at('19:00'),
      scanning: { scope: 'system-drives', start: immediate },
      source: { kind: 'device' },
      durationMs: 99 * minute,
    });
    expect(change(aRun(manual), afterHours, '22:00').plan).toMatchObject({
      because: 'inside-window',
      startMs: at('22:00'),
    });
  });

  test('keeps the run’s own moment: the same window gives the same start', () => {
    expect(startOf(change(aRun(manual), afterHours, '19:00'))).toBe(startOf(waiting));
  });

  test('to manual takes the planned start away until somebody starts it', () => {
    const run = change(waiting, manual, '19:00');
    expect([startOf(run), stateAt(run, at('23:00'))]).toEqual([null, 'not-started']);
  });

  test.each([
    ['is running', waiting, '21:00'],
    ['has completed', waiting, '23:00'],
    ['was started by hand', aRun(manual, { startedByHand: { atMs: at('19:00'), by: 'Ada' } }), '19:00'],
  ])('never touches a run that %s', (_, run, clock) => {
    expect(change(run, immediate, clock)).toBe(run);
  });
});

describe('a device that goes away and comes back', () => {
  test('takes its waiting run along: past the planned start nothing has started', () => {
    const deleted = withDeviceStatus(waiting, 'offline', at('19:00'));
    expect(deleted).toEqual({ ...waiting, deviceOnline: false });
    expect(stateAt(deleted, at('22:00'))).toBe('waiting-for-device');
  });

  test.each([
    ['inside the window starts at once', afterHours, '22:00', { because: 'inside-window', startMs: at('22:00') }],
    ['before the window waits for it', afterHours, '19:30', { because: 'outside-window', startMs: at('21:00') }],
    ['with an immediate start starts at once', immediate, '19:30', { because: 'immediate', startMs: at('19:30') }],
    ['with a manual start stays manual', manual, '19:30', { kind: 'never' }],
  ])('coming back %s', (_, start, clock, plan) => {
    const back = withDeviceStatus(aRun(start, off), 'online', at(clock));
    expect(back).toMatchObject({ deviceOnline: true, plan, plannedAtMs: at(clock) });
  });

  test('out of office is online; a status that says the same changes nothing', () => {
    expect(withDeviceStatus(waiting, 'out-of-office', at('19:00'))).toBe(waiting);
    const deleted = aRun(afterHours, off);
    expect(withDeviceStatus(deleted, 'offline', at('19:00'))).toBe(deleted);
  });

  test('never touches a run that has started', () => {
    expect(withDeviceStatus(waiting, 'offline', at('21:05'))).toBe(waiting);
  });
});

describe('starting by hand', () => {
  test.each([
    ['manual', aRun(manual), '18:00', true],
    ['waiting for its window', waiting, '20:59', true],
    ['running', waiting, '21:00', false],
    ['completed', waiting, '22:00', false],
    ['on an offline device', aRun(manual, off), '18:00', false],
    ['started by hand already', aRun(manual, { startedByHand: { atMs: at('19:00'), by: 'Ada' } }), '19:00', false],
    ['of a task created later', aRun(manual), '17:59:59.999', false],
    ['immediate, of a task created later', aRun(immediate), '17:00', false],
  ])('%s', (_, run, clock, can) => {
    expect(canStartByHand(run, at(clock))).toBe(can);
  });
});

describe('how long a scan takes', () => {
  test.each([
    ['critical-areas', 0, 6],
    ['critical-areas', 0.5, 15],
    ['system-drives', 0, 45],
    ['system-drives', 0.5, 112.5],
  ] as const)('%s at the fraction %d takes %d minutes', (scope, fraction, minutes) => {
    expect(durationMs(defaultDurationModel, scope, fraction)).toBe(minutes * minute);
  });

  test('is whole milliseconds, and never longer than the longest', () => {
    const duration = durationMs(defaultDurationModel, 'critical-areas', 0.999_999_9);
    expect(Number.isInteger(duration)).toBe(true);
    expect(duration).toBeLessThanOrEqual(24 * minute);
  });
});

describe('what was decided about a run', () => {
  test('is kept with what it followed upon: an edit, a return, another zone', () => {
    const later = scanning(immediate);
    const edited = replan(waiting, scanning(manual), { kind: 'device' }, minute, at('18:10'));
    const away = withDeviceStatus(edited, 'offline', at('18:20'));
    const back = withDeviceStatus(away, 'online', at('18:30'));
    const moved = withZone(back, 'Asia/Tokyo', at('18:40'));
    const ended = replan(moved, later, { kind: 'default' }, minute, at('18:50'), planStart, 'clock');
    expect(ended.decisions.map(({ atMs, because, zone, source }) => [atMs, because, zone, source.kind])).toEqual([
      [at('18:10'), 'settings', 'Europe/London', 'device'],
      [at('18:30'), 'returned', 'Europe/London', 'device'],
      [at('18:40'), 'zone', 'Asia/Tokyo', 'device'],
      [at('18:50'), 'clock', 'Asia/Tokyo', 'default'],
    ]);
    expect(ended.decisions.at(-1)).toMatchObject({ scanning: later, deviceOnline: true, plannedAtMs: at('18:50') });
  });

  test('another zone plans a waiting run anew there, and leaves one that started, and one that is there already', () => {
    const moved = withZone(waiting, 'Asia/Tokyo', at('18:30'));
    // 03:30 in Tokyo lies inside 20:00–07:00: the run starts as it moves.
    expect([moved.zone, startOf(moved), moved.plannedAtMs]).toEqual(['Asia/Tokyo', at('18:30'), at('18:30')]);
    expect(withZone(waiting, waiting.zone, at('18:30'))).toBe(waiting);
    const started = aRun(immediate);
    expect(withZone(started, 'Asia/Tokyo', at('18:30'))).toBe(started);
  });
});

describe('a run on a device whose time zone is not known', () => {
  const lost = (start: ScanStart, parts: Partial<Run> = {}) =>
    aRun(start, { zone: 'PST', plan: planStart(start, { createdAtMs: created, zone: 'PST', moment: 0 }), ...parts });

  test.each([
    ['after hours', lost(afterHours)],
    ['immediate', lost(immediate)],
    ['manual', lost(manual)],
    ['offline', lost(afterHours, off)],
  ])('%s: starts never, of itself or by hand, and says why', (_, run) => {
    expect(run.plan).toEqual({ kind: 'never', because: 'zone-unknown' });
    expect([startOf(run), stateAt(run, at('23:00')), canStartByHand(run, at('23:00'))]).toEqual([
      null,
      'zone-unknown',
      false,
    ]);
  });

  test('is planned for the first time once the zone is set', () => {
    const set = withZone(lost(afterHours), 'Europe/London', at('19:00'));
    expect([startOf(set), stateAt(set, at('19:00'))]).toEqual([at('21:00'), 'waiting']);
    expect(set.decisions.map(({ because, zone }) => [because, zone])).toEqual([['zone', 'Europe/London']]);
  });

  test('is planned where the runtime has come to know the zone since', () => {
    const learned = aRun(afterHours, { plan: { kind: 'never', because: 'zone-unknown' } });
    expect(startOf(withZone(learned, learned.zone, at('19:00')))).toBe(at('21:00'));
  });

  test('another name of the same zone changes nothing', () => {
    const kiev = aRun(afterHours, { zone: 'Europe/Kiev' });
    expect(withZone(kiev, 'Europe/Kyiv', at('19:00'))).toBe(kiev);
  });
});
