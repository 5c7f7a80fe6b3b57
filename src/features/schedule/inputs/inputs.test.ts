import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, timeOfDaySchema } from '#domain/ids.ts';
import { searchParamsSchema } from '#src/shared/navigation/route-location.ts';
import { forecastBody } from '#contract/forecast.ts';
import {
  parseInputs,
  toForecastQuestion,
  toSearchParams,
  type Compared,
  type Detections,
  type Inputs,
  type Offline,
} from './inputs.ts';
import { reproducibleInputs } from './reproducible-inputs.ts';

const from = Date.parse('2026-01-01T00:00:00Z');
const instant = fc.integer({ min: 0, max: 366 * 86_400 }).map((seconds) => from + seconds * 1000);
const hundredths = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
  .map((text) => timeOfDaySchema.parse(text));
const start = fc.oneof(
  fc.constant({ mode: 'manual' as const }),
  fc.constant({ mode: 'immediate' as const }),
  fc
    .tuple(time, time)
    .filter(([opens, closes]) => opens !== closes)
    .map(([opens, closes]) => ({ mode: 'interval' as const, window: { start: opens, end: closes } })),
);
const detections = fc.oneof(
  fc.constant<Detections | null>(null),
  fc
    .uniqueArray(instant, { minLength: 1, maxLength: 100 })
    .map((instants): Detections => ({ kind: 'at', instants: instants.sort((a, b) => a - b) })),
  fc
    .tuple(instant, fc.integer({ min: 1, max: 31 }), hundredths(0.1, 20))
    .map(([fromMs, days, perDay]): Detections => ({ kind: 'stream', fromMs, days, perDay })),
);
const compared = fc.oneof(
  fc.constant<Compared>({ kind: 'none' }),
  fc
    .tuple(fc.constantFrom('system-drives' as const, 'critical-areas' as const), start)
    .map(([scope, when]): Compared => ({ kind: 'hand-set', scanning: { scope, start: when } })),
  fc.record({ name: fc.string({ unit: 'grapheme' }), force: fc.boolean() }).map((body): Compared => ({
    kind: 'draft',
    write: { operation: 'updatePolicy', params: { policyId: 'berlin' }, query: {}, body },
  })),
);
const offline = fc.oneof(
  fc.constant<Offline>({ kind: 'as-now' }),
  fc
    .tuple(hundredths(0, 100), fc.option(hundredths(0.25, 720)))
    .map(([percent, hours]): Offline => ({ kind: 'share', percent, hours })),
);
const span = fc
  .tuple(fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 1, max: 1440 }))
  .map(([a, b]) => ({ fromMinutes: Math.min(a, b), toMinutes: Math.max(a, b) }));
const inputs: fc.Arbitrary<Inputs> = fc.record({
  on: fc.option(fc.constant(deviceIdSchema.parse('ber-ws-0001'))),
  detections,
  compared,
  offline,
  durations: fc.option(fc.record({ 'critical-areas': span, 'system-drives': span })),
  seed: fc.option(fc.integer({ min: 0, max: 0xffff_ffff })),
  firstTask: fc.option(fc.integer({ min: 1, max: 1_000_000_000 })),
  view: fc.option(
    fc
      .tuple(instant, instant)
      .filter(([a, b]) => a < b)
      .map(([fromMs, toMs]) => ({ fromMs, toMs })),
  ),
});

test('what an address says is what was asked, and the backend takes it', () => {
  fc.assert(
    fc.property(inputs, (requested) => {
      const address = searchParamsSchema.parse(toSearchParams(requested));
      expect(parseInputs(address)).toEqual(requested);
      const question = toForecastQuestion(parseInputs(address), groupIdSchema.parse('berlin'), from);
      expect(forecastBody.safeParse(JSON.parse(JSON.stringify(question))).success).toBe(true);
    }),
    { seed: 20, numRuns: 300 },
  );
});

test.each([
  ['a day that there is not', { at: '20260231T1800Z' }],
  ['an hour that there is not', { at: '20260224T2500Z' }],
  ['words', { at: 'tomorrow' }],
  ['a stream of forty days', { stream: '20261124T1800Z_40_2' }],
  ['a window that ends when it begins', { set: 'critical-areas_2000-2000' }],
  ['more than all devices offline', { off: '120_4' }],
  ['a scan that is over before it begins', { scan: '24-6_60-240' }],
  ['a view that ends before it begins', { view: '20261124T1800Z-20261124T1700Z' }],
  ['a negative seed', { sample: -1 }],
])('%s in the address is left out', (_, search) => {
  expect(parseInputs(searchParamsSchema.parse(search))).toEqual(parseInputs({}));
});

test('a draft that is cut is told apart from none', () => {
  const whole = toSearchParams({
    ...parseInputs({}),
    compared: { kind: 'draft', write: { operation: 'updatePolicy', params: {}, query: {}, body: { name: 'Berlin' } } },
  });
  expect(parseInputs({ draft: whole.draft?.slice(0, 20) }).compared).toEqual({ kind: 'unreadable' });
});

test('a pinned address leaves nothing open that decides the answer', () => {
  const answered = {
    question: toForecastQuestion(parseInputs({}), groupIdSchema.parse('berlin'), from),
    answer: { seed: 7, firstTask: 12 },
  };
  const pinned = toSearchParams(reproducibleInputs(parseInputs({}), { kind: 'at', instants: [from] }, answered));
  expect(pinned).toMatchObject({ at: '20260101T0000Z', sample: 7, first: 12 });
});

test.each([
  '20261124T1800Z',
  '20261124T180000Z',
  '2026-11-24T18:00Z',
  '2026-11-24T18:00:00Z',
  '2026-11-24 19:00+01:00',
  // A plus sign that nobody wrote as %2B.
  '2026-11-24T19:00 01:00',
])('a link of somebody else asks about %j', (at) => {
  const atMs = Date.parse('2026-11-24T18:00:00Z');
  const read = (search: object) => parseInputs(searchParamsSchema.parse(search)).detections;
  expect(read({ at })).toEqual({ kind: 'at', instants: [atMs] });
  expect(read({ at: `${at}.20261125T1800Z` })).toEqual({ kind: 'at', instants: [atMs, atMs + 86_400_000] });
  expect(read({ stream: `${at}_7_2` })).toEqual({ kind: 'stream', fromMs: atMs, days: 7, perDay: 2 });
});

test('an instant without its offset is none', () => {
  expect(parseInputs(searchParamsSchema.parse({ at: '2026-11-24T18:00' })).detections).toBeNull();
});
