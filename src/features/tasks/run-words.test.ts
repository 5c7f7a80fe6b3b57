import { expect, test } from 'vitest';
import type { RunView } from '#contract/tasks.ts';
import { deviceIdSchema } from '#domain/ids.ts';
import {
  decidedByWords,
  startedWords,
  startInDeviceTime,
  statesPresent,
  whyNotStartable,
  whyPhrase,
  whyShort,
  windowShort,
  windowWords,
} from './run-words.ts';

test.each<[Pick<RunView, 'because' | 'state'>, string]>([
  [{ because: 'inside-window', state: 'running' }, 'Inside 20:00–07:00: at once'],
  [{ because: 'outside-window', state: 'waiting' }, 'A random moment of the next 20:00–07:00'],
  [{ because: 'outside-window', state: 'waiting-for-device' }, 'The device is offline; planned anew when it returns'],
  [{ because: 'manual', state: 'not-started' }, 'Manual start: waits for a person'],
  [{ because: 'zone-unknown', state: 'zone-unknown' }, 'Starts nothing: time zone not known: PST'],
  [{ because: 'by-hand', state: 'completed-clean' }, 'Started by hand'],
])('why of %o', (run, phrase) => {
  expect(whyPhrase({ ...run, scanStart: '20:00–07:00', startedBy: null, device: { timeZone: 'PST' } })).toBe(phrase);
});

test('the reason of a manual start names the user', () => {
  const run = { because: 'by-hand', state: 'running', scanStart: 'Manual start', startedBy: 'J. Keller' } as const;
  expect(whyPhrase({ ...run, device: { timeZone: 'Europe/Berlin' } })).toBe('Started by hand by J. Keller');
});

test.each<[Pick<RunView, 'because' | 'state'>, string]>([
  [{ because: 'inside-window', state: 'running' }, 'Inside window'],
  [{ because: 'outside-window', state: 'waiting' }, 'Next window'],
  [{ because: 'outside-window', state: 'waiting-for-device' }, 'Device offline'],
])('why of %o in short', (run, words) => {
  expect(whyShort(run)).toBe(words);
});

test.each([
  ['2026-11-25T16:37:00Z', 'Thu 26 Nov 03:07 +10:30'],
  [null, null],
])('a start at %s is said in the device’s time with its zone', (start, words) => {
  const device = { id: deviceIdSchema.parse('adl-ws-0001'), name: 'ADL-WS-0001', timeZone: 'Australia/Adelaide' };
  expect(startInDeviceTime({ start, device })).toBe(words);
});

test('a start that an earlier version planned in an invalid zone is shown in UTC', () => {
  const device = { id: deviceIdSchema.parse('x-1'), name: 'X-1', timeZone: 'Mars/Olympus' };
  expect(startInDeviceTime({ start: '2026-11-25T16:37:00Z', device })).toBe('Wed 25 Nov 16:37 +0');
});

test('a policy without a lock is described as not enforced', () => {
  expect(decidedByWords({ decidedBy: 'policy-not-enforced', policy: null })).toMatchObject({ how: 'not enforced' });
});

test.each<[Pick<RunView, 'startable' | 'state'>, string | null]>([
  [{ startable: true, state: 'waiting' }, null],
  [{ startable: false, state: 'not-started' }, 'Its device is offline.'],
  [{ startable: false, state: 'running' }, 'It is running.'],
  [{ startable: false, state: 'completed-found' }, 'It has completed.'],
])('why %o cannot be started', (run, reason) => {
  expect(whyNotStartable(run)).toBe(reason);
});

test.each([
  [
    'overnight',
    '2026-11-24T19:00:00Z',
    '2026-11-25T06:00:00Z',
    'Tue 24 Nov 20:00 – Wed 07:00',
    'Tue 20:00 – Wed 07:00',
  ],
  ['on one day', '2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z', 'Tue 24 Nov 09:00 – 17:00', 'Tue 09:00 – 17:00'],
])('a window %s', (_, opensAt, closesAt, words, short) => {
  expect(windowWords({ opensAt, closesAt }, 'Europe/Berlin')).toBe(words);
  expect(windowShort({ opensAt, closesAt }, 'Europe/Berlin')).toBe(short);
});

test('the result of a start has the numbers of started and not started runs', () => {
  expect(startedWords({ started: 1, notStarted: 0 })).toBe('Started 1 run.');
  expect(startedWords({ started: 1200, notStarted: 2 })).toMatch(/^Started 1,200 runs\. 2 runs could not be started/);
});

test('states are in life cycle order, without those that have no run', () => {
  const counts = {
    waiting: 2,
    'not-started': 1,
    'waiting-for-device': 0,
    'zone-unknown': 0,
    running: 0,
    'completed-clean': 0,
    'completed-found': 4,
  };
  expect(statesPresent(counts)).toEqual(['not-started', 'waiting', 'completed-found']);
});
