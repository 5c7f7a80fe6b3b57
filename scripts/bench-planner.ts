import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { durationKey, durationsOf } from '#backend/planner/bulk-durations.ts';
import { planStarts, startsOf } from '#backend/planner/bulk-plan.ts';
import { startDistribution } from '#backend/planner/start-distribution.ts';
import { deviceKeys } from '#backend/planner/device-keys.ts';
import { figuresOf } from '#backend/planner/figures.ts';
import { segmentsAt } from '#backend/planner/pairs.ts';
import { planSpread } from '#backend/planner/plan-spread.ts';
import { runningAtOnce } from '#backend/planner/running-at-once.ts';
import { defaultDurationModel } from '../src/domain/response/run.ts';
import { taskKey, uniformMoment } from '../src/domain/schedule/moment.ts';
import { planStart } from '../src/domain/schedule/plan-start.ts';
import { measureC } from './bench-c.ts';
import { binMs, createdAtMs, fleetOf, idsOf, rule, zones } from './bench-fleet.ts';
import { processorMs } from './bench-median.ts';

const task = taskKey(1, 'task');
const plan = { createdAtMs, task, binMs };
const millionsASecond = (ns: number) => `${(1000 / ns).toFixed(ns > 1000 ? 4 : 1)} million per second`;
const nsEach = (count: number, rounds: number, work: () => unknown) => (processorMs(rounds, work) * 1e6) / count;

/** How fast starts are planned, one by one, in bulk and in C, and what the figures of a plan cost. */
export function plannerFigures(): (readonly [what: string, figure: string])[] {
  const many = 2_000_000;
  const ids = idsOf(many);
  const fleet = fleetOf(ids);
  const bulkNs = nsEach(many, 21, () => planStarts(fleet, plan));
  const segments = segmentsAt(fleet, createdAtMs);
  const loopNs = nsEach(many, 21, () => planStarts(fleet, plan, segments));
  const idsNs = nsEach(many, 11, () => planStarts({ ...fleet, keys: deviceKeys(ids) }, plan));
  const singleNs = nsEach(2_000, 5, () => {
    planOneByOne(2_000);
  });
  const inC = measureC(fleet, task);
  const ratioTo = (ns: number, cNs: number) => `${((cNs / ns) * 100).toFixed(0)} % of C (${millionsASecond(cNs)})`;
  return [
    ['one by one (the rule with Temporal, 12 zones, from the ids)', millionsASecond(singleNs)],
    ['in bulk with the histogram, one instant, 12 zones, the devices’ keys at hand', millionsASecond(bulkNs)],
    ['the same from the ids', millionsASecond(idsNs)],
    ['bulk to one by one, both from the ids', `${(singleNs / idsNs).toFixed(0)} times`],
    ['the loop alone, the windows of the 12 zones at hand too', millionsASecond(loopNs)],
    ['the loop to the same loop in C (`gcc -O3`)', inC ? ratioTo(loopNs, inC.keysNs) : withoutGcc],
    ['from the ids, to C from the ids', inC ? ratioTo(idsNs, inC.idsNs) : withoutGcc],
    ['a creation of its own for each run, over a year, 12 zones, 2 million runs', millionsASecond(spreadNs(many))],
    ...growth(),
    memory(),
    ...kernels(),
  ];
}

const withoutGcc = 'not measured: there is no gcc on this machine';

function planOneByOne(count: number): void {
  for (let i = 0; i < count; i += 1) {
    const moment = uniformMoment(1, 'task', `device-${i}`);
    planStart(rule, { createdAtMs, zone: zones[i % zones.length] ?? 'UTC', moment });
  }
}

/** With the tables of occurrences, which are made anew each time. */
function spreadNs(count: number): number {
  const fleet = fleetOf(idsOf(count));
  const yearMs = 365 * 86_400_000;
  const rows = {
    deviceOf: Uint32Array.from(fleet.keys, (_, i) => i),
    createdAtMs: Float64Array.from(fleet.keys, (key) => createdAtMs + Math.floor((key / 2 ** 32) * yearMs)),
    taskOf: new Uint32Array(count),
    tasks: Uint32Array.of(task),
  };
  return nsEach(count, 9, () => planSpread(fleet, rows));
}

function growth() {
  return ([100_000, 1_000_000, 10_000_000] as const).map((count) => {
    const fleet = fleetOf(idsOf(count));
    const ns = nsEach(count, 9, () => planStarts(fleet, plan));
    return [
      `${count.toLocaleString('en')} devices at one instant, with asking the rule for 12 zones`,
      `${((ns * count) / 1e6).toFixed(1)} ms`,
    ] as const;
  });
}

function memory(): readonly [string, string] {
  const script = fileURLToPath(new URL('./bench-memory.ts', import.meta.url));
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
  const mb = z.object({ before: z.number(), peak: z.number(), columns: z.number() }).parse(JSON.parse(stdout));
  return [
    'memory for 1,000,000 devices: columns, starts and histogram',
    `${mb.columns.toFixed(0)} MB; the process peaks at ${mb.peak.toFixed(0)} MB with its ids as text, ${mb.before.toFixed(0)} MB before it begins`,
  ];
}

/** What a forecast asks of a plan of a million devices. */
function kernels() {
  const fleet = fleetOf(idsOf(1_000_000));
  const scans = { scopes: ['critical-areas'] as const, scopeOf: new Uint8Array(1_000_000), keys: fleet.keys };
  const keys = Uint32Array.of(durationKey(1, 'task'));
  const startsMs = startsOf(planStarts(fleet, plan));
  const durationsMs = durationsOf(defaultDurationModel, scans, keys);
  const shape = { fromMs: createdAtMs, binMs, bins: 200 };
  const segments = segmentsAt(fleet, createdAtMs);
  const ms = (work: () => unknown) => `${processorMs(9, work).toFixed(0)} ms`;
  return [
    ['durations of 1,000,000 scans', ms(() => durationsOf(defaultDurationModel, scans, keys))],
    ['first, median, 95 %, last and busiest quarter of 1,000,000 starts', ms(() => figuresOf(startsMs))],
    ['most scans at once in each of 200 bars, 1,000,000 scans', ms(() => runningAtOnce(startsMs, durationsMs, shape))],
    ['the 95 % ranges of 200 bars and of the figures over all samples', ms(() => startDistribution(segments, shape))],
  ] as const;
}
