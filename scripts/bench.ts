import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { timeOfDaySchema } from '../src/domain/ids.ts';
import { taskKey, uniformMoment } from '../src/domain/schedule/moment.ts';
import { planStart } from '../src/domain/schedule/plan-start.ts';
import { planStarts } from '../mocks/simulator/bulk-plan.ts';
import { keysOf } from '../mocks/simulator/device-keys.ts';
import { ensureBrowser, launchOptions } from './browser.ts';
import { buildIfStale, serve } from './built-app.ts';

// Measures what docs/benchmarks.md says, and writes it.
const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Denver',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Africa/Nairobi',
];
const window = { start: timeOfDaySchema.parse('20:00'), end: timeOfDaySchema.parse('07:00') };
const createdAtMs = Date.parse('2026-11-24T10:00:00Z');
const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
const timesOf = (rounds: number, work: () => void) =>
  median(
    Array.from({ length: rounds }, () => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    }),
  );

const few = 4_000;
const single =
  few /
  timesOf(7, () => {
    for (let i = 0; i < few; i += 1) {
      const moment = uniformMoment(1, 'task', `device-${String(i)}`);
      planStart({ mode: 'interval', window }, { createdAtMs, zone: zones[i % zones.length] ?? 'UTC', moment });
    }
  });
const many = 2_000_000;
const names = Array.from({ length: many }, (_, i) => `device-${String(i)}`);
const devices = {
  zones,
  rules: [{ mode: 'interval', window }] as const,
  zoneOf: Uint16Array.from({ length: many }, (_, i) => i % zones.length),
  ruleOf: new Uint16Array(many),
  keys: keysOf(names),
};
const plan = { createdAtMs, task: taskKey(1, 'task'), binMs: 900_000 };
const bulk = many / timesOf(7, () => planStarts(devices, plan));
const bulkFromIds = many / timesOf(7, () => planStarts({ ...devices, keys: keysOf(names) }, plan));

ensureBrowser();
await buildIfStale();
const { address, server } = await serve(0);
const cold: number[] = [];
const warm: number[] = [];
const browser = await chromium.launch(launchOptions());
for (let round = 0; round < 5; round += 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const figures of [cold, warm]) {
    const begun = performance.now();
    await page.goto(address);
    await page
      .getByRole('table', { name: 'Devices' })
      .getByRole('button', { name: 'ADL-WS-0001', exact: true })
      .waitFor();
    figures.push(performance.now() - begun);
  }
  await context.close();
}
await browser.close();
await server.close();
const kbOf = (files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/assets/${file}`)).length, 0) / 1000;
const html = readFileSync('dist/index.html', 'utf8');
const first = kbOf([...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map((match) => match[1] ?? ''));
const worker = kbOf(readdirSync('dist/assets').filter((file) => /^worker-.*\.js$/.test(file)));

const report = `# Benchmarks

\`npm run bench\` measures and writes this page. Medians; ratios within one run are worth more than the figures.

Machine: ${cpus()[0]?.model ?? 'unknown'}, ${String(cpus().length)} cores, Node ${process.version}.

| what | figure |
|---|---|
| starts planned one by one (the rule with Temporal, 12 zones, from the ids) | ${(single / 1000).toFixed(4)} million per second |
| starts planned in bulk, with their histogram, from the ids (12 zones, one creation instant) | ${(bulkFromIds / 1000).toFixed(1)} million per second |
| the same with the devices' keys at hand | ${(bulk / 1000).toFixed(1)} million per second |
| bulk to one by one, both from the ids | ${(bulkFromIds / single).toFixed(0)} times |
| empty profile to the first row of devices | ${median(cold).toFixed(0)} ms (median of 5) |
| second load to the first row of devices | ${median(warm).toFixed(0)} ms (median of 5) |
| JavaScript before the first screen, without the backend | ${first.toFixed(1)} KB gzip |
| JavaScript of the backend's worker, which no real server needs | ${worker.toFixed(1)} KB gzip |

That both ways of planning give the same starts is a test: \`mocks/simulator/bulk-plan.test.ts\`.
`;
mkdirSync('docs', { recursive: true });
writeFileSync('docs/benchmarks.md', report);
console.log(report);
