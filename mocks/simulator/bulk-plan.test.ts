import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeOfDaySchema } from '#domain/ids.ts';
import { identityKey, taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import { planStarts } from './bulk-plan.ts';

const zones = Intl.supportedValuesOf('timeZone');
const time = (minute: number) =>
  timeOfDaySchema.parse(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const aMinute = fc.integer({ min: 0, max: 1439 });

test('in bulk and one by one the starts are the same to the millisecond, in every zone', () => {
  fc.assert(
    fc.property(
      aMinute,
      aMinute,
      fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) }),
      (start, end, createdAtMs) => {
        fc.pre(start !== end);
        const window = { start: time(start), end: time(end) };
        const names = zones.map((_, i) => `device-${String(i)}`);
        const bulk = planStarts(window, createdAtMs, taskKey(5, 'task-1'), {
          zones,
          zoneOf: Uint16Array.from(zones.keys()),
          keys: Uint32Array.from(names, identityKey),
        });
        const single = zones.map((zone, i) => {
          const moment = uniformMoment(5, 'task-1', names[i] ?? '');
          const plan = planStart({ mode: 'interval', window }, { createdAtMs, zone, moment });
          return plan.kind === 'never' ? Number.NaN : plan.startMs;
        });
        expect([...bulk]).toEqual(single);
      },
    ),
    { numRuns: 12, seed: 3 },
  );
});
