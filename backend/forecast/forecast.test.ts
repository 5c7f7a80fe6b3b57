import { describe, expect, test } from 'vitest';
import { toEpochMs } from '#contract/time.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { smallWorld } from '#mocks/seed/small.ts';
import { aDevice, between, scanning } from '#mocks/seed/vocabulary.ts';
import { ask, askRuns, at, everywhere, noon, type Backend } from '#mocks/testing/forecast-client.ts';

const berlin = { kind: 'device', deviceId: 'ber-ws-0001' };
const handSet = { kind: 'hand-set' as const, scanning: scanning(between('20:00', '07:00')).iocScanning };

describe('with 20:00–07:00 a run of a detection', () => {
  // Berlin is an hour ahead of UTC in November.
  test.each([
    [
      'at 19:00 waits for the evening',
      '2026-11-24T18:00:00Z',
      'waits',
      '2026-11-24T19:00:00.000Z',
      '2026-11-25T06:00:00.000Z',
    ],
    [
      'at 21:00 starts at 21:00',
      '2026-11-24T20:00:00Z',
      'at-once',
      '2026-11-24T19:00:00.000Z',
      '2026-11-25T06:00:00.000Z',
    ],
    [
      'at 08:00 waits for the next evening',
      '2026-11-24T07:00:00Z',
      'waits',
      '2026-11-24T19:00:00.000Z',
      '2026-11-25T06:00:00.000Z',
    ],
    [
      'waits for a night that is an hour shorter in spring',
      '2026-03-28T12:00:00Z',
      'waits',
      '2026-03-28T19:00:00.000Z',
      '2026-03-29T05:00:00.000Z',
    ],
    [
      'waits for a night that is an hour longer in autumn',
      '2026-10-24T12:00:00Z',
      'waits',
      '2026-10-24T18:00:00.000Z',
      '2026-10-25T06:00:00.000Z',
    ],
  ])('%s', async (_, instant, fate, opensAt, closesAt) => {
    const question = { place: berlin, detections: at(instant), draft: handSet, side: 'draft' };
    const { rows } = await askRuns(createTestApp(), question);
    expect(rows).toMatchObject([{ fate, window: { opensAt, closesAt }, decidedBy: 'hand-set', policy: null }]);
    const start = rows[0]?.start ?? '';
    if (fate === 'at-once') expect(toEpochMs(start)).toBe(toEpochMs(instant));
    else expect(opensAt <= start && start < closesAt).toBe(true);
  });
});

test('on both sides of the date line each device waits for its own evening', async () => {
  const world = smallWorld(0);
  const devices = [aDevice('KIR', 'labs', 'Pacific/Kiritimati'), aDevice('HON', 'labs', 'Pacific/Honolulu')];
  const backend = createTestApp('2026-11-24T12:00:00Z', { ...world, devices });
  const question = { place: everywhere, detections: at('2026-11-24T08:00:00Z'), draft: handSet, side: 'draft' };
  const { rows } = await askRuns(backend, question);
  // It is 22:00 in both places: on the 23rd in Honolulu, on the 24th on Kiritimati.
  expect(rows.map(({ device, fate, window }) => [device.name, fate, window?.opensAt])).toEqual([
    ['HON', 'at-once', '2026-11-24T06:00:00.000Z'],
    ['KIR', 'at-once', '2026-11-24T06:00:00.000Z'],
  ]);
});

describe('offline', () => {
  const share = (percent: number, hours: number | null) => ({ kind: 'share', percent, hours });
  const offlineIn = async (backend: Backend, more: object) =>
    (await askRuns(backend, { place: everywhere, detections: noon, fate: 'offline', ...more })).rows.map(
      ({ device }) => device.id,
    );

  test('as now: devices with that status wait for their return', async () => {
    expect(await offlineIn(createTestApp(), {})).toEqual(['ber-ws-0003']);
  });

  test('a permanent share is drawn from seed and device, the same at every detection and in every breakdown', async () => {
    const backend = createTestApp();
    expect(await offlineIn(backend, { offline: share(0, null) })).toEqual([]);
    expect(await offlineIn(backend, { offline: share(100, null) })).toHaveLength(7);
    const some = await offlineIn(backend, { offline: share(50, null), seed: 5 });
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(7);
    for (const [groupId, name] of [
      ['berlin', 'ber'],
      ['kathmandu', 'ktm'],
      ['labs', 'lab'],
    ] as const) {
      const part = { offline: share(50, null), seed: 5, place: { kind: 'group', groupId } };
      expect(await offlineIn(backend, part)).toEqual(some.filter((id) => id.startsWith(name)));
    }
    const twice = await offlineIn(backend, {
      offline: share(50, null),
      seed: 5,
      firstTask: 9,
      detections: at('2026-11-24T12:00:00Z', '2026-11-30T03:00:00Z'),
    });
    expect([...new Set(twice)]).toEqual(some);
    expect(twice).toHaveLength(2 * some.length);
  });

  test('a returning share is planned as if created at its return', async () => {
    const backend = createTestApp();
    const question = { place: berlin, detections: at('2026-11-24T12:00:00Z'), draft: handSet };
    const back = { ...question, offline: share(100, 8), side: 'draft' };
    expect((await askRuns(backend, back)).rows).toMatchObject([
      { createdAt: '2026-11-24T20:00:00.000Z', fate: 'at-once', start: '2026-11-24T20:00:00.000Z' },
    ]);
    expect((await ask(backend, { ...question, offline: share(100, 8) })).draft).toMatchObject({
      returned: 1,
      byFate: { 'at-once': 1, offline: 0 },
    });
  });
});

describe('a stream', () => {
  const stream = { kind: 'stream', from: '2026-11-24T12:00:00Z', days: 31, perDay: 20 };
  test('is drawn from the seed, in order, within its days, with about the requested density', async () => {
    const backend = createTestApp();
    const { detections } = await ask(backend, { place: berlin, detections: stream, seed: 3 });
    expect(detections).toEqual(detections.toSorted());
    expect((detections[0] ?? '') >= stream.from.slice(0, 19)).toBe(true);
    expect((detections.at(-1) ?? '') < '2026-12-25T12:00:00Z').toBe(true);
    // 620 on average, with a standard deviation of 25.
    expect(Math.abs(detections.length - 620)).toBeLessThan(100);
    expect((await ask(backend, { place: berlin, detections: stream, seed: 4 })).detections).not.toEqual(detections);
    expect((await ask(backend, { place: berlin, detections: stream, seed: 3 })).detections).toEqual(detections);
  });

  test('without a detection gives an empty forecast', async () => {
    const backend = createTestApp();
    const quiet = { kind: 'stream', from: '2026-11-24T12:00:00Z', days: 1, perDay: 0.1 };
    const answer = await ask(backend, { place: everywhere, detections: quiet, seed: 1 });
    expect(answer).toMatchObject({ detections: [], devices: 7, now: { runs: 0, peak: null, busiest: null } });
  });
});

test('the missing conditions and the group of the task are reported for a group and for a device', async () => {
  const backend = createTestApp();
  const told = async (place: object) => {
    const { missing, task } = await ask(backend, { place, detections: noon });
    return [missing, task];
  };
  const all = { group: { id: 'managed-devices', name: 'Managed devices' }, devices: 7 };
  expect(await told(everywhere)).toEqual([[], all]);
  expect(await told({ kind: 'group', groupId: 'labs' })).toEqual([
    ['response-actions-off', 'no-group-action', 'password-not-set'],
    { group: { id: 'labs', name: 'Labs' }, devices: 2 },
  ]);
  expect(await told({ kind: 'group', groupId: 'unassigned-devices' })).toEqual([['no-policy'], null]);
  expect(await told({ kind: 'device', deviceId: 'ktm-lt-0002' })).toEqual([
    [],
    { group: { id: 'offices', name: 'Offices' }, devices: 5 },
  ]);
});

test('starts are filtered by a half-open time span', async () => {
  const backend = createTestApp();
  const question = { place: berlin, detections: at('2026-11-24T20:00:00Z'), draft: handSet, side: 'draft' };
  const [start, next] = ['2026-11-24T20:00:00.000Z', '2026-11-24T20:00:00.001Z'];
  const found = async (bounds: object) => (await askRuns(backend, { ...question, ...bounds })).total;
  expect(await found({ from: start, to: next })).toBe(1);
  expect(await found({ to: start })).toBe(0);
  expect(await found({ from: next })).toBe(0);
});

test('a view has its own bins, as narrow as a thousand allow, and changes no other figure', async () => {
  const backend = createTestApp();
  const question = { place: everywhere, detections: noon };
  const whole = await ask(backend, question);
  const view = { from: '2026-11-24T19:00:30Z', to: '2026-11-24T20:00:00Z' };
  const near = await ask(backend, { ...question, view });
  expect(near.bins).toEqual({ from: '2026-11-24T19:00:00.000Z', widthMs: 60_000, count: 60 });
  const rest = { starts: 0, expected: 0, low: 0, high: 0, running: 0 };
  expect({ ...near.now, ...rest }).toEqual({ ...whole.now, ...rest });
  const far = await ask(backend, { ...question, view: { from: '1990-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' } });
  // Forty years in stretches of four weeks.
  expect(far.bins).toMatchObject({ widthMs: 28 * 86_400_000, count: 523 });
});
