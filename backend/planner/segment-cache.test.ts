import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { caseCount } from '#mocks/testing/depth.ts';
import { segmentsAt, type DeviceColumns } from './pairs.ts';
import { segmentCache } from './segment-cache.ts';
import { anInstant, aRule, interval, zones } from './testing/random-cases.ts';

const hour = 3_600_000;
const columns = (count: number, rules: readonly ScanStart[], firstZone = 0): DeviceColumns => ({
  zones,
  rules,
  zoneOf: Uint16Array.from({ length: count }, (_, i) => (firstZone + i) % zones.length),
  ruleOf: Uint16Array.from({ length: count }, (_, i) => i % rules.length),
  keys: new Uint32Array(count),
});

test('at each of many instants in order, the segments are those planned at that instant alone', () => {
  const aCase = fc.tuple(
    fc.array(aRule, { minLength: 1, maxLength: 3 }),
    anInstant,
    fc.array(fc.integer({ min: 0, max: 72 * hour }), { minLength: 12, maxLength: 12 }),
    fc.nat(zones.length),
  );
  fc.assert(
    fc.property(aCase, ([rules, fromMs, offsets, firstZone]) => {
      const devices = columns(8, rules, firstZone);
      const segmentsFrom = segmentCache(devices);
      for (const offset of offsets.toSorted((a, b) => a - b))
        expect(segmentsFrom(fromMs + offset)).toEqual(segmentsAt(devices, fromMs + offset));
    }),
    { numRuns: caseCount(100), seed: 6 },
  );
});

test('a creation at the open of a window starts at once, one at its close waits for the next window', () => {
  const devices = { ...columns(1, [interval(20 * 60, 7 * 60)]), zones: ['UTC'], zoneOf: Uint16Array.of(0) };
  const segmentsFrom = segmentCache(devices);
  const at = (time: string) => Date.parse(`2026-11-25T${time}Z`);
  const next = { pair: 0, count: 1, opensAtMs: at('20:00'), closesAtMs: at('20:00') + 11 * hour };
  const atOnce = (atMs: number) => [{ pair: 0, count: 1, opensAtMs: atMs, closesAtMs: atMs }];
  expect(segmentsFrom(at('06:59:59.999'))).toEqual(atOnce(at('06:59:59.999')));
  expect(segmentsFrom(at('07:00'))).toEqual([next]);
  expect(segmentsFrom(at('19:59:59.999'))).toEqual([next]);
  expect(segmentsFrom(at('20:00'))).toEqual(atOnce(at('20:00')));
});
