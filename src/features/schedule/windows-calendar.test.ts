import { expect, test } from 'vitest';
import { deviceIdSchema } from '#domain/ids.ts';
import { windowsOf } from './windows-calendar.ts';

const run = (id: string, timeZone: string, window: { opensAt: string; closesAt: string } | null) => ({
  device: { id: deviceIdSchema.parse(id), name: id.toUpperCase(), timeZone },
  window,
});
const berlin = { opensAt: '2026-11-24T19:00:00.000Z', closesAt: '2026-11-25T06:00:00.000Z' };
const tokyo = { opensAt: '2026-11-24T11:00:00.000Z', closesAt: '2026-11-24T22:00:00.000Z' };

test('the windows of one zone and time are one event, counted by devices', () => {
  const windows = windowsOf([
    run('a', 'Europe/Berlin', berlin),
    run('b', 'Europe/Berlin', berlin),
    run('b', 'Europe/Berlin', berlin),
    run('c', 'Europe/Paris', berlin),
    run('d', 'Asia/Tokyo', tokyo),
    run('e', 'Asia/Tokyo', null),
  ]);
  expect(windows.map(({ zone, devices }) => [zone, devices.size])).toEqual([
    ['Asia/Tokyo', 1],
    ['Europe/Berlin', 2],
    ['Europe/Paris', 1],
  ]);
});
