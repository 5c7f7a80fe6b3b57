import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEpochMs, toInstant } from '#contract/time.ts';
import { fates, type Forecast, type BreakdownRow, type ForecastRun, type ForecastVariant } from '#contract/forecast.ts';
import { taskIdOf } from '#domain/ids.ts';
import { durationMs } from '#domain/response/run.ts';
import { uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { effectiveSettingOn, loadFleet } from '#backend/queries/fleet-snapshot.ts';
import { ask, askRuns, type Backend, type Sent } from '../testing/forecast-client.ts';
import { aFleet, aQuestion } from '../testing/random-fleets.ts';
import { caseCount } from '../testing/depth.ts';

const everything = async (backend: Backend, question: Sent) =>
  (await askRuns(backend, { ...question, pageSize: 10_000 })).rows;

/** Every side of an answer, with the question that leads to its runs. */
const sidesOf = ({ now, draft }: Forecast, question: Sent): { side: ForecastVariant; requested: Sent }[] => [
  { side: now, requested: { ...question, side: 'now' } },
  ...(draft ? [{ side: draft, requested: { ...question, side: 'draft' } }] : []),
];

/** What the single rule says of the rows of one side, device by device: a device's come in the order of the detections. */
async function byTheRule({ store }: Backend, answer: Forecast, rows: readonly ForecastRun[], { draft, side }: Sent) {
  const fleet = await loadFleet({ store });
  const [server] = await store.all('server');
  const met = new Map<string, number>();
  return Promise.all(
    rows.map(async (row) => {
      const number = met.get(row.device.id) ?? 0;
      met.set(row.device.id, number + 1);
      const device = await store.get('devices', row.device.id);
      if (!device || !server) throw new Error('The device of a row is there');
      const { winner } = effectiveSettingOn(fleet, device, 'additional');
      const scanning = side === 'draft' && draft?.kind === 'hand-set' ? draft.scanning : winner.value.iocScanning;
      const task = taskIdOf(answer.firstTask + number);
      const plan = planStart(scanning.start, {
        createdAtMs: toEpochMs(row.createdAt),
        zone: device.timeZone,
        moment: uniformMoment(answer.seed, task, device.id),
      });
      const drawn = uniformMoment(answer.seed, `${task}/duration`, device.id);
      const endMs = plan.kind === 'never' ? 0 : plan.startMs + durationMs(server.durations, scanning.scope, drawn);
      const waits = row.fate === 'offline';
      const window = !waits && 'occurrence' in plan ? plan.occurrence : null;
      return {
        ...row,
        detectedAt: answer.detections[number],
        fate: waits ? 'offline' : plan.kind === 'never' ? plan.because : plan.kind,
        because: waits ? 'offline' : plan.because,
        scope: scanning.scope,
        window: window && { opensAt: toInstant(window.opensAtMs), closesAt: toInstant(window.closesAtMs) },
        start: waits || plan.kind === 'never' ? null : toInstant(plan.startMs),
        end: waits || plan.kind === 'never' ? null : toInstant(endMs),
      };
    }),
  );
}

test(
  'every run is planned as by the single rule, in every zone and around clock changes',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(aFleet, aQuestion, async (world, question) => {
        const backend = createTestApp('2026-03-01T00:00:00Z', world);
        const answer = await ask(backend, question);
        for (const { requested } of sidesOf(answer, question)) {
          const rows = await everything(backend, requested);
          expect(rows).toHaveLength(answer.devices * answer.detections.length);
          expect(rows).toEqual(await byTheRule(backend, answer, rows, requested));
        }
      }),
      { numRuns: caseCount(60), seed: 11 },
    );
  },
);

/** The runs that each number of an answer is about, as a question for them. */
function numbersOf(answer: Forecast, side: ForecastVariant): { filter: object; count: number; what: string }[] {
  const ofParts = (parts: readonly BreakdownRow[], name: string) =>
    parts.flatMap(({ key, runs, byFate }) => [
      { filter: { [name]: key }, count: runs, what: `${name} ${key}` },
      ...fates.map((fate) => ({
        filter: { [name]: key, fate },
        count: byFate[fate],
        what: `${name} ${key} ${fate}`,
      })),
    ]);
  const at = (bin: number) => toInstant(toEpochMs(answer.bins.from) + bin * answer.bins.widthMs);
  const { busiest } = side;
  return [
    { filter: {}, count: side.runs, what: 'all' },
    ...fates.map((fate) => ({ filter: { fate }, count: side.byFate[fate], what: fate })),
    ...ofParts(side.byZone, 'zone'),
    ...ofParts(side.byGroup, 'groupId'),
    ...ofParts(side.byDecision, 'decision'),
    ...(busiest === null
      ? []
      : [
          {
            filter: { from: busiest.from, to: toInstant(toEpochMs(busiest.from) + 900_000) },
            count: busiest.count,
            what: 'the busiest quarter',
          },
        ]),
    ...side.starts.flatMap((count, bin) =>
      count > 0 || bin % 97 === 0
        ? [{ filter: { from: at(bin), to: at(bin + 1) }, count, what: `bin ${at(bin)}` }]
        : [],
    ),
  ];
}

test('each figure links to exactly as many runs', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(aFleet, aQuestion, async (world, question) => {
      const backend = createTestApp('2026-03-01T00:00:00Z', world);
      const answer = await ask(backend, question);
      for (const { side, requested } of sidesOf(answer, question)) {
        for (const { filter, count, what } of numbersOf(answer, side)) {
          const { total } = await askRuns(backend, { ...requested, ...filter, pageSize: 1 });
          expect(total, what).toBe(count);
        }
        const inBins = side.starts.reduce((sum, count) => sum + count, 0);
        expect(inBins).toBe(side.byFate['at-once'] + side.byFate.waits);
      }
    }),
    { numRuns: caseCount(25), seed: 12 },
  );
});

test('figures, bins and concurrent scans are those of the listed runs', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(aFleet, aQuestion, async (world, question) => {
      const backend = createTestApp('2026-03-01T00:00:00Z', world);
      const answer = await ask(backend, question);
      const fromMs = toEpochMs(answer.bins.from);
      expect(fromMs % answer.bins.widthMs).toBe(0);
      expect(answer.bins.count).toBeLessThanOrEqual(1_000);
      for (const { side, requested: request } of sidesOf(answer, question)) {
        const rows = (await everything(backend, request)).flatMap(({ start, end, createdAt, detectedAt }) =>
          start !== null && end !== null
            ? [{ start: toEpochMs(start), end: toEpochMs(end), returned: createdAt !== detectedAt }]
            : [],
        );
        const starts = rows.map(({ start }) => start).sort((a, b) => a - b);
        const ranked = (part: number) => starts[Math.max(1, Math.ceil((part * starts.length) / 100)) - 1];
        const text = [side.first, side.median, side.percentile95, side.last].map(({ at }) => at && toEpochMs(at));
        const none = starts.length === 0;
        expect(text).toEqual(none ? [null, null, null, null] : [starts[0], ranked(50), ranked(95), starts.at(-1)]);
        for (const [name, parts] of [
          ['zone', side.byZone],
          ['groupId', side.byGroup],
          ['decision', side.byDecision],
        ] as const) {
          for (const { key, first, median, last } of parts) {
            const own = (await everything(backend, { ...request, [name]: key }))
              .flatMap(({ start }) => start ?? [])
              .sort();
            const half = own[Math.max(1, Math.ceil(own.length / 2)) - 1];
            expect([first, median, last], key).toEqual([own[0] ?? null, half ?? null, own.at(-1) ?? null]);
          }
        }
        expect(side.returned).toBe(rows.filter(({ returned }) => returned).length);
        const runningAt = (ms: number) => rows.filter(({ start, end }) => start <= ms && ms < end).length;
        const most = Math.max(0, ...starts.map(runningAt));
        expect(side.peak?.count ?? 0).toBe(most);
        const ends = rows.map(({ end }) => end);
        expect(Math.max(0, ...ends)).toBeLessThanOrEqual(fromMs + answer.bins.count * answer.bins.widthMs);
        expect(Math.max(0, ...side.running)).toBe(most);
        const total = side.expected.reduce((sum, mean) => sum + mean, 0);
        expect(Math.abs(total - starts.length)).toBeLessThan(0.5);
      }
    }),
    { numRuns: caseCount(40), seed: 13 },
  );
});

test('sorting, paging and filtering change no run', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      aFleet,
      aQuestion,
      fc.constantFrom('device', 'group', 'zone', 'start', 'decision'),
      fc.constantFrom('asc', 'desc'),
      async (world, question, sort, order) => {
        const backend = createTestApp('2026-03-01T00:00:00Z', world);
        const all = await everything(backend, question);
        const paged: ForecastRun[] = [];
        for (let page = 1; page <= Math.ceil(all.length / 5) + 1; page += 1) {
          const { rows, total } = await askRuns(backend, { ...question, sort, order, page, pageSize: 5 });
          expect(total).toBe(all.length);
          paged.push(...rows);
        }
        const serialised = (rows: readonly ForecastRun[]) => rows.map((row) => JSON.stringify(row)).sort();
        expect(serialised(paged)).toEqual(serialised(all));
        const key = { device: nameOf, group: groupOf, zone: zoneOf, start: startOf, decision: decisionOf }[sort];
        const keys = paged.map(key).filter((value) => value !== null);
        const sorted = keys.toSorted((a, b) => compare(a, b) * (order === 'asc' ? 1 : -1));
        expect(keys).toEqual(sorted);
        if (sort === 'start') expect(paged.slice(keys.length).every(({ start }) => start === null)).toBe(true);
        const [one] = all;
        if (!one) return;
        const alone = await everything(backend, { ...question, place: { kind: 'device', deviceId: one.device.id } });
        expect(alone).toEqual(all.filter(({ device }) => device.id === one.device.id));
      },
    ),
    { numRuns: caseCount(40), seed: 14 },
  );
});

const nameOf = ({ device }: ForecastRun) => device.name;
const groupOf = ({ group }: ForecastRun) => group.name;
const zoneOf = ({ device }: ForecastRun) => device.timeZone;
const startOf = ({ start }: ForecastRun) => start;
const decisionOf = ({ policy, decidedBy }: ForecastRun) => policy?.name ?? decidedBy;
const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' });
