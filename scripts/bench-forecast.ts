import { groupIdSchema } from '#domain/ids.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { uniformMoment } from '#domain/schedule/moment.ts';
import type { Input } from '#contract/operations.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { aDevice, aGroup, aPolicy, aServer, atOnce, between, manually, scanning } from '#mocks/seed/vocabulary.ts';
import { noRecords, type World } from '#backend/ports/store.ts';

// Measures a forecast over fleets of two sizes: `npm run bench:forecast`.

const groupCount = 5_000;
const zones = [
  ...['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Denver', 'America/St_Johns', 'America/Sao_Paulo'],
  ...['Asia/Tokyo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Sydney', 'Pacific/Auckland', 'Africa/Nairobi'],
];
const starts = [
  manually,
  atOnce,
  ...Array.from({ length: 10 }, (_, i) => between(`${String(18 + (i % 6))}:00`, `0${String(4 + (i % 5))}:30`)),
];
const dice = (what: string, at: number, sides: number) => Math.floor(uniformMoment(7, what, String(at)) * sides);
const pick = <T>(list: readonly [T, ...T[]] | readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('An empty list has nothing to pick.');
  return found;
};

/** A fleet to measure: 5,000 groups down to depth 10, 1,000 policies, twelve zones, one device in twenty offline. */
function aFleet(deviceCount: number): World {
  const groups = Array.from({ length: groupCount }, (_, i) => {
    if (i === 0) return aGroup('managed-devices', 'Managed devices', null);
    const parent = i <= 20 ? 0 : Math.floor(i / 2.3);
    return aGroup(`g-${String(i)}`, `Group ${String(i)}`, parent === 0 ? 'managed-devices' : `g-${String(parent)}`);
  });
  const policies = Array.from({ length: 1_000 }, (_, i) =>
    aPolicy({
      id: `p-${String(i)}`,
      name: `Policy ${String(i)}`,
      group: pick(groups, i * 5).id,
      additional: scanning(pick(starts, dice('start', i, 100))),
      responds: true,
    }),
  );
  const statuses: readonly Device['status'][] = [
    'offline',
    'out-of-office',
    ...Array<Device['status']>(18).fill('online'),
  ];
  const devices = Array.from({ length: deviceCount }, (_, i) => ({
    ...aDevice(`PC-${String(dice('name', i, 1e9))}-${String(i)}`, pick(groups, dice('group', i, groupCount)).id, 'UTC'),
    timeZone: pick(zones, dice('zone', i, 1_000)),
    status: pick(statuses, dice('status', i, 1_000)),
  }));
  return {
    ...{
      ...noRecords,
      groups,
      devices,
      policies,
    },
    server: [aServer('small', Date.parse('2026-11-24T12:00:00Z'))],
  };
}

type Question = Input<'forecast'>['body'];

async function measure(name: string, world: World, more: Partial<Question> = {}) {
  const backend = createTestApp('2026-11-24T12:00:00Z', world);
  const question: Question = {
    place: { kind: 'group', groupId: groupIdSchema.parse('managed-devices') },
    detections: { kind: 'at', instants: ['2026-11-24T12:00:00Z'] },
    ...more,
  };
  const ask = async (path: string, body: object) => {
    const begun = performance.now();
    const { status } = await backend.request('POST', path, { body: JSON.stringify(body) });
    if (status !== 200) throw new Error(`Answered ${String(status)}`);
    return performance.now() - begun;
  };
  globalThis.gc?.();
  const before = memory();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memory())), 5);
  const first = await ask('/forecast', question);
  const later: number[] = [];
  for (let i = 0; i < 7; i += 1) later.push(await ask('/forecast', { ...question, seed: i }));
  peak = Math.max(peak, memory());
  const page = [];
  for (let i = 0; i < 3; i += 1) page.push(await ask('/forecast/runs', { ...question, page: 3 }));
  const byStart = await ask('/forecast/runs', { ...question, sort: 'start', page: 3 });
  clearInterval(watch);
  const ms = (figure: number | undefined) => `${(figure ?? 0).toFixed(0)} ms`;
  const sorted = later.toSorted((a, b) => a - b);
  console.log(
    `${name}: first ${ms(first)}, then median ${ms(sorted[3])} best ${ms(sorted[0])}; memory +${((peak - before) / 1e6).toFixed(0)} MB; ` +
      `page first ${ms(page[0])}, then ${ms(page[1])} ${ms(page[2])}, by start ${ms(byStart)}`,
  );
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const small = aFleet(100_000);
await measure('100,000 devices', small);
await measure('100,000 devices, hand-set draft', small, {
  draft: { kind: 'hand-set', scanning: scanning(between('22:00', '05:00')).iocScanning },
});
await measure('100,000 devices × 10 detections', small, {
  detections: {
    kind: 'at',
    instants: Array.from({ length: 10 }, (_, i) => new Date(Date.UTC(2026, 10, 24, 12 + 5 * i)).toISOString()),
  },
});
await measure('100,000 devices, a stream of 3 a day for 31 days', small, {
  detections: { kind: 'stream', from: '2026-11-24T12:00:00Z', days: 31, perDay: 3 },
});
await measure('1,000,000 devices', aFleet(1_000_000));
