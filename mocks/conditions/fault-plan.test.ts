import { describe, expect, test, vi } from 'vitest';
import { conditionsSchema, faultKinds, presets, type FaultKind } from '#contract/conditions.ts';
import { faultPlanFor } from './fault-plan.ts';
import { createConditionedTransport } from './under-conditions.ts';

const { storm } = presets;
const requested = ['GET /api/v1/groups', 'POST /api/v1/detections', 'PUT /api/v1/policies/berlin'];
const weather = (seed: number, nths = 400) =>
  requested.flatMap((what) =>
    Array.from({ length: nths }, (_, nth) => faultPlanFor({ ...storm.conditions, seed }, what, nth)),
  );

describe('the weather', () => {
  test('is the same for the same seed, and another one for another', () => {
    expect(weather(7)).toEqual(weather(7));
    expect(weather(7)).not.toEqual(weather(8));
  });

  test('of one request does not hang on what else is asked', () => {
    const nth = (i: number) => faultPlanFor(storm.conditions, 'POST /api/v1/clock', i);
    const alone = [nth(0), nth(1), nth(2)];
    weather(storm.conditions.seed, 10);
    expect([nth(2), nth(0), nth(1)]).toEqual([alone[2], alone[0], alone[1]]);
  });

  test('strikes as often as is set, kind by kind, before and after', () => {
    const strikes = weather(1, 10_000).map(({ fault: strike }) => strike);
    for (const kind of faultKinds) {
      const share = (strikes.filter((strike) => strike?.kind === kind).length / strikes.length) * 100;
      expect(share).toBeGreaterThanOrEqual(storm.conditions[kind] - 0.6);
      expect(share).toBeLessThanOrEqual(storm.conditions[kind] + 0.6);
    }
    for (const kind of ['error', 'unavailable', 'timeout', 'lost', 'crash']) {
      const whens = new Set(strikes.flatMap((strike) => (strike?.kind === kind ? [strike.when] : [])));
      expect([...whens].sort(), kind).toEqual(['after', 'before']);
    }
  });

  test('is good where nothing is set, and late by latency and at most the jitter', () => {
    expect(faultPlanFor(presets.good.conditions, 'GET /', 0)).toEqual({ delayMs: 0, fault: null });
    const delays = Array.from({ length: 200 }, (_, i) => faultPlanFor(presets.slow.conditions, 'GET /', i).delayMs);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(800);
    expect(Math.max(...delays)).toBeLessThanOrEqual(1_400);
    expect(new Set(delays).size).toBeGreaterThan(100);
  });
});

/** A line on which only this happens, to the very first request that meets it in the way wanted. */
function lineWith(kind: FaultKind, when: 'before' | 'after') {
  const conditions = conditionsSchema.parse({ [kind]: 100 });
  const seed = Array.from({ length: 1_000 }, (_, i) => i).find(
    (i) => faultPlanFor({ ...conditions, seed: i }, 'POST /api/v1/detections', 0).fault?.when === when,
  );
  const send = vi.fn(() => Promise.resolve(Response.json({ done: true })));
  const crash = vi.fn(() => Promise.resolve());
  const wait = vi.fn(() => Promise.resolve());
  const line = createConditionedTransport({ send, crash, wait });
  line.set({ ...conditions, seed: seed ?? 0 });
  const ask = () => line.handle(new Request('http://vesper.test/api/v1/detections', { method: 'POST' }));
  return { ask, send, crash, wait };
}

describe('a fault', () => {
  test.each([
    ['error', 'before', 500, 0],
    ['error', 'after', 500, 1],
    ['unavailable', 'before', 503, 0],
    ['unavailable', 'after', 503, 1],
    ['too-many', 'before', 429, 0],
    ['timeout', 'before', 504, 0],
    ['timeout', 'after', 504, 1],
    ['crash', 'before', 503, 0],
    ['crash', 'after', 503, 1],
  ] as const)('%s %s the request is carried out answers %i', async (kind, when, status, carriedOut) => {
    const { ask, send, crash, wait } = lineWith(kind, when);
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status });
    expect(send).toHaveBeenCalledTimes(carriedOut);
    expect(crash).toHaveBeenCalledTimes(kind === 'crash' ? 1 : 0);
    expect(wait).toHaveBeenCalledTimes(kind === 'timeout' ? 1 : 0);
    expect(answer.headers.get('retry-after')).toBe(kind === 'unavailable' || kind === 'too-many' ? '1' : null);
  });

  test('of the line is no answer at all, and half a one', async () => {
    const lost = lineWith('lost', 'after');
    expect((await lost.ask()).type).toBe('error');
    expect(lost.send).toHaveBeenCalledTimes(1);
    const broken = await lineWith('broken', 'after').ask();
    expect(broken.status).toBe(200);
    await expect(broken.json()).rejects.toThrow();
  });

  test.each([
    ['storage-full', 'full'],
    ['storage-refused', 'refused'],
  ] as const)('%s lets the request through, to a disk that is so', async (kind, disk) => {
    const { ask, send } = lineWith(kind, 'before');
    expect((await ask()).status).toBe(200);
    expect(send).toHaveBeenCalledWith(expect.any(Request), disk);
  });
});

test('setting conditions again begins their stream again; good conditions touch nothing', async () => {
  const send = vi.fn(() => Promise.resolve(Response.json({})));
  const line = createConditionedTransport({ send, crash: () => Promise.resolve(), wait: () => Promise.resolve() });
  const twenty = async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 20; i += 1)
      statuses.push((await line.handle(new Request('http://vesper.test/api/v1/groups'))).status);
    return statuses;
  };
  line.set(presets.storm.conditions);
  const first = await twenty();
  line.set(presets.storm.conditions);
  expect(await twenty()).toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(1);
  line.set(presets.good.conditions);
  expect(new Set(await twenty())).toEqual(new Set([200]));
});
