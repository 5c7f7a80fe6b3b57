import { deviceKeys } from '#backend/planner/device-keys.ts';
import type { DeviceColumns } from '#backend/planner/pairs.ts';
import { timeOfDaySchema } from '../src/domain/ids.ts';

/** What the planner's figures are about: 12 zones of all continents, a nightly window, a task created at 10:00 UTC. */
export const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Denver',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Africa/Nairobi',
];
export const rule = {
  mode: 'interval',
  window: { start: timeOfDaySchema.parse('20:00'), end: timeOfDaySchema.parse('07:00') },
} as const;
export const createdAtMs = Date.parse('2026-11-24T10:00:00Z');
export const binMs = 900_000;

export const idsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `device-${i}`);

export const fleetOf = (ids: readonly string[]): DeviceColumns => ({
  zones,
  rules: [rule],
  zoneOf: Uint16Array.from(ids, (_, i) => i % zones.length),
  ruleOf: new Uint16Array(ids.length),
  keys: deviceKeys(ids),
});
