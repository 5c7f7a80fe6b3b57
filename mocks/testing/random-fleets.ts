import fc from 'fast-check';
import { aDevice, aGroup, aPolicy, aServer, atOnce, between, manually, scanning } from '#mocks/seed/vocabulary.ts';
import { noRecords, type World } from '#backend/ports/store.ts';
import type { Sent } from './forecast-client.ts';

// Small worlds and questions by chance, around clock changes and on both sides of the date line, for the tests.

const zones = [
  ...['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
  ...['Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Honolulu', 'Etc/GMT+12'],
  // A zone that cannot be planned with: its devices start nothing, and the others are planned as without them.
  'PST',
];
const groups = ['managed-devices', 'a', 'b', 'a-1', 'a-2', 'a-1-x'] as const;
const parents = [null, 'managed-devices', 'managed-devices', 'a', 'a', 'a-1'] as const;

const aStart = fc.oneof(
  fc.constant(manually),
  fc.constant(atOnce),
  fc
    .tuple(fc.nat(23), fc.nat(23), fc.constantFrom('00', '30'))
    .filter(([from, to]) => from !== to)
    .map(([from, to, minute]) => between(`${two(from)}:${minute}`, `${two(to)}:${minute}`)),
  fc.constant(between('20:00', '07:00')),
  fc.constant(between('02:30', '03:00')),
);
const two = (hour: number) => String(hour).padStart(2, '0');
const aScanning = fc
  .tuple(aStart, fc.constantFrom('system-drives' as const, 'critical-areas' as const))
  .map(([start, scope]) => scanning(start, scope));

/** An instant within two days of a clock change somewhere, or of a turn of the year. */
export const anInstant = fc
  .tuple(
    fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-04-04T15:00:00Z', '2026-12-31T12:00:00Z'),
    fc.integer({ min: -48 * 60, max: 48 * 60 }),
  )
  .map(([change, minutes]) => new Date(Date.parse(change) + minutes * 60_000).toISOString());

export const aFleet: fc.Arbitrary<World> = fc
  .record({
    policies: fc.array(
      fc.record({
        group: fc.constantFrom(...groups),
        status: fc.constantFrom('active' as const, 'active' as const, 'inactive' as const, 'out-of-office' as const),
        additional: aScanning,
        lock: fc.constantFrom('open' as const, 'closed' as const),
        inherit: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    devices: fc.array(
      fc.record({
        group: fc.constantFrom(...groups),
        zone: fc.constantFrom(...zones),
        status: fc.constantFrom('online' as const, 'online' as const, 'offline' as const, 'out-of-office' as const),
        local: fc.option(aScanning, { nil: null, freq: 4 }),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ policies, devices }) => {
    const taken = new Set<string>();
    const records = devices.map(({ group, zone, status }, i) =>
      aDevice(`PC-${String(i * 7)}`, group, zone, { status }),
    );
    return {
      ...noRecords,
      groups: groups.map((id, i) => aGroup(id, id.toUpperCase(), parents[i] ?? null)),
      devices: records,
      policies: policies.map(({ status, ...parts }, i) => {
        // A group has at most one policy of each kind that counts.
        const seat = `${parts.group}|${status}`;
        const free = status === 'inactive' || !taken.has(seat);
        taken.add(seat);
        return aPolicy({
          ...parts,
          id: `p-${String(i)}`,
          name: `Policy ${String(i)}`,
          status: free ? status : 'inactive',
        });
      }),
      localSettings: devices.flatMap(({ local }, i) => {
        const device = records[i];
        if (local === null || !device) return [];
        const values = { actions: null, authentication: null, additional: local };
        return [{ id: device.id, values, revision: 1, modifiedAtMs: 0, modifiedBy: 'M. Admin' }];
      }),
      server: [aServer('small', 0)],
    };
  });

/** A question about a whole group with settings in force; what is left out is the server's. */
export const aQuestion: fc.Arbitrary<Sent> = fc.record(
  {
    place: fc.constantFrom(...groups).map((groupId) => ({ kind: 'group', groupId })),
    detections: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.array(anInstant, { minLength: 1, maxLength: 3 }).map((instants) => ({ kind: 'at', instants })),
      },
      { weight: 1, arbitrary: anInstant.map((from) => ({ kind: 'stream', from, days: 2, perDay: 1.5 })) },
    ),
    offline: fc.oneof(
      fc.constant({ kind: 'as-now' }),
      fc.record({
        kind: fc.constant('share'),
        percent: fc.integer({ min: 0, max: 100 }),
        hours: fc.constantFrom(null, 0.25, 7.5, 30),
      }),
    ),
    seed: fc.nat(),
    firstTask: fc.integer({ min: 1, max: 20_000 }),
    draft: aScanning.map(({ iocScanning }) => ({ kind: 'hand-set' as const, scanning: iocScanning })),
  },
  { requiredKeys: ['place', 'detections'] },
);
