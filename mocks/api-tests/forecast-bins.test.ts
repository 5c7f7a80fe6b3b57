import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { between, scanning } from '#mocks/seed/vocabulary.ts';
import { ask, at, everywhere } from '../testing/forecast-client.ts';
import { binsOver } from '#backend/forecast/time-axis.ts';

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

describe('bins', () => {
  test('cover the requested time with at most the requested number of bins of equal width', () => {
    const instant = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-01-01T00:00:00Z') });
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati');
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 370 * dayMs }),
        fc.integer({ min: 20, max: 1_000 }),
        zone,
        (...all) => {
          const [fromMs, length, most, axis] = all;
          const bins = binsOver(fromMs, fromMs + length, { most, zone: axis });
          expect(bins.bins).toBeLessThanOrEqual(most);
          expect(bins.fromMs).toBeLessThanOrEqual(fromMs);
          expect(bins.fromMs + bins.binMs).toBeGreaterThan(fromMs);
          expect(bins.fromMs + bins.bins * bins.binMs).toBeGreaterThanOrEqual(fromMs + length);
        },
      ),
      { seed: 20, numRuns: 500 },
    );
  });

  test.each([
    ['Asia/Kathmandu', 24, hourMs, '2026-11-24T17:15:00.000Z'],
    ['UTC', 24, hourMs, '2026-11-24T18:00:00.000Z'],
    ['Asia/Kathmandu', 20, 2 * hourMs, '2026-11-24T16:15:00.000Z'],
  ])('begin at round times of %s', (zone, most, binMs, from) => {
    const fromMs = Date.parse('2026-11-24T18:00:00Z');
    const bins = binsOver(fromMs, fromMs + 22.5 * hourMs, { most, zone });
    expect([bins.binMs, new Date(bins.fromMs).toISOString()]).toEqual([binMs, from]);
  });

  test('of days begin at midnight of the zone, and of weeks on a Monday', () => {
    const fromMs = Date.parse('2026-11-26T12:00:00Z');
    const days = binsOver(fromMs, fromMs + 19 * dayMs, { most: 20, zone: 'Europe/Berlin' });
    expect(new Date(days.fromMs).toISOString()).toBe('2026-11-25T23:00:00.000Z');
    const weeks = binsOver(fromMs, fromMs + 100 * dayMs, { most: 20, zone: 'Europe/Berlin' });
    expect([weeks.binMs, new Date(weeks.fromMs).toISOString()]).toEqual([7 * dayMs, '2026-11-22T23:00:00.000Z']);
  });
});

/** The least number of hits that at most `part` of all samples lie beyond: of n draws of chance p, term by term. */
function binomialRange(n: number, p: number): { low: number; high: number } {
  let [below, low, high] = [0, -1, -1];
  for (let k = 0, term = (1 - p) ** n; k <= n; k += 1, term *= ((n - k + 1) / k) * (p / (1 - p))) {
    below += term;
    if (low < 0 && below > 0.025) low = k;
    if (high < 0 && below >= 0.975) high = k;
  }
  return { low, high };
}

describe('with as many bins as the chart has bars,', () => {
  const question = {
    place: { kind: 'group', groupId: 'berlin' },
    detections: at('2026-11-24T12:00:00Z'),
    offline: { kind: 'share', percent: 0, hours: null },
    draft: { kind: 'hand-set' as const, scanning: scanning(between('20:00', '07:00')).iocScanning },
    axis: 'Europe/Berlin',
  };
  const demo = () => createTestApp('2026-11-24T12:00:00Z', makeWorld('demo', Date.parse('2026-11-24T12:00:00Z')));

  test('the range of each bin is exactly that of its time span', async () => {
    const backend = demo();
    for (const most of [20, 40, 100]) {
      const { bins, zones, draft } = await ask(backend, { ...question, most });
      expect(zones).toHaveLength(1);
      const [opensMs, closesMs] = [Date.parse('2026-11-24T19:00:00Z'), Date.parse('2026-11-25T06:00:00Z')];
      let within = 0;
      for (let bin = 0; bin < bins.count; bin += 1) {
        const fromMs = Date.parse(bins.from) + bin * bins.widthMs;
        if (fromMs < opensMs || fromMs + bins.widthMs > closesMs) continue;
        within += 1;
        const { low, high } = binomialRange(draft?.runs ?? 0, bins.widthMs / (closesMs - opensMs));
        expect([bin, draft?.low[bin], draft?.high[bin]]).toEqual([bin, low, high]);
      }
      expect(within).toBe(Math.floor((closesMs - opensMs) / bins.widthMs));
    }
  });

  test('no start is lost, concurrent scans are maxima, and other figures stay the same', async () => {
    const backend = demo();
    const requested = { ...question, place: everywhere };
    const fine = await ask(backend, requested);
    expect(fine.bins.widthMs).toBeLessThanOrEqual(5 * minuteMs);
    for (const most of [20, 60, 160]) {
      const { bins, now } = await ask(backend, { ...requested, most });
      expect(bins.count).toBeLessThanOrEqual(most);
      expect(sum(now.starts)).toBe(sum(fine.now.starts));
      expect(Math.max(...now.running)).toBe(Math.max(...fine.now.running));
      const rest = { starts: 0, expected: 0, low: 0, high: 0, running: 0 };
      expect({ ...now, ...rest }).toEqual({ ...fine.now, ...rest });
    }
  });

  test.each([
    ['too few', { most: 19 }, '/most'],
    ['too many', { most: 1_001 }, '/most'],
    ['a zone that there is not', { axis: 'Mars/Olympus' }, '/axis'],
  ])('%s is refused at its path', async (_, wrong, path) => {
    const body = JSON.stringify({ ...question, ...wrong });
    const refused = await createTestApp().request('POST', '/forecast', { body });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });
});
