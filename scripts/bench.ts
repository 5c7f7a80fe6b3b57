import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium, type Browser } from '@playwright/test';
import { apply } from './bench/apply.ts';
import { firstRows } from './bench/first-rows.ts';
import { forecast } from './bench/forecast.ts';
import { importInventory } from './bench/import.ts';
import { interpreted, memory } from './bench/memory.ts';
import type { Result } from './bench/result.ts';
import { scrolling } from './bench/scrolling.ts';
import { ensureBrowser, launchOptions } from './browser.ts';
import { buildIfStale, serve } from './built-app.ts';

// `npm run bench` measures all benchmarks and writes docs/benchmarks.md; `npm run bench -- apply memory` prints those named.
interface Benchmark {
  readonly measure: (browser: Browser, address: string) => Promise<Result[]>;
  readonly flags?: readonly string[];
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  'first-rows': { measure: firstRows },
  apply: { measure: apply },
  forecast: { measure: forecast },
  import: { measure: importInventory },
  scrolling: { measure: scrolling },
  memory: { measure: memory, flags: interpreted },
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Benchmarks: ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(1);
}

ensureBrowser();
await buildIfStale();
const { address, server } = await serve(0);
const results: Result[] = [];
for (const [name, { measure, flags = [] }] of Object.entries(benchmarks)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`Measuring: ${name}`);
  const options = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...flags] });
  results.push(...(await measure(browser, address)));
  await browser.close();
}
await server.close();

const rows = results.map(
  ({ what, target, measured, met }) => `| ${what} | ${target} | ${met ? '' : '**missed:** '}${measured} |`,
);
const table = ['| what | target | measured |', '| --- | --- | --- |', ...rows].join('\n');
console.log(table);
if (names.length === 0) writeFileSync('docs/benchmarks.md', page());

function page(): string {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores`;
  return `# Benchmarks

What a user would notice, measured in the built console with 100,000 devices unless the demo fleet is named.

    npm run bench             # all of it, and writes this page: some minutes on a quiet machine
    npm run bench -- apply    # prints one or several of ${Object.keys(benchmarks).join(', ')}

Figures are medians with the range of all rounds. Times of single interactions run from the event's time stamp to the second frame after
the result (\`scripts/bench/time-to-paint.ts\`); those of an import, from the first to the last step. The longest frame is a Long
Animation Frame if the browser reports one. Memory is counted after garbage collection, with the compilers off.

Measured on: ${machine}, Node ${process.version}, load ${(loadavg()[1] ?? 0).toFixed(1)}.

${table}
`;
}
