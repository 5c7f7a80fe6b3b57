import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { ensureBrowser } from './browser.ts';

interface Step {
  readonly name: string;
  readonly command: string;
}

// Everything that must hold, in the order in which it is cheapest to fail; what stands together runs at the same time. The lint
// takes one core for as long as two cores take for all else before the browser tests: it runs beside that, and gives way.
const lint: Step = { name: 'lint', command: 'npm run --silent lint' };
const steps: readonly (readonly Step[])[] = [
  [
    { name: 'types', command: 'npm run --silent types' },
    { name: 'format', command: 'npm run --silent format:check' },
    { name: 'dead code', command: 'npm run --silent dead' },
  ],
  [{ name: 'unit tests', command: 'npm run --silent unit' }],
  [{ name: 'size of the first load', command: 'npm run --silent size' }],
];
const browserTests: readonly (readonly Step[])[] = [
  [{ name: 'browser tests', command: 'npm run --silent e2e' }],
  [{ name: 'Firefox and WebKit', command: 'npm run --silent e2e:engines' }],
];

let passed = 0;
let failed = 0;
/** What could not be tested on this machine, with the reason. */
const skipped: string[] = [];
const linted = timed(lint, { atOnce: true, givesWay: true });
const good = [await allGood(steps), told(await linted)];
if (good.every(Boolean)) await allGood(browserTests);
for (const line of skipped) console.log(`\n${line}`);
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Runs steps until one fails. */
async function allGood(all: readonly (readonly Step[])[]): Promise<boolean> {
  for (const together of all) {
    const outcomes = await Promise.all(together.map((step) => timed(step, { atOnce: together.length > 1 })));
    if (!outcomes.map(told).every(Boolean)) return false;
  }
  return true;
}

/** Counts what a step ran. @returns whether it succeeded */
function told({ ok, output }: Outcome): boolean {
  passed += count(output, 'passed');
  failed += count(output, 'failed');
  skipped.push(...(output.match(/^Skipped: .*$/gm) ?? []));
  // A step without tests of its own, such as the lint, counts as one when it fails.
  if (!ok) failed = Math.max(1, failed);
  return ok;
}

interface Outcome {
  readonly ok: boolean;
  /** What it printed for people to read. */
  readonly output: string;
}

interface HowRun {
  /** What it prints is shown when it ends, not mixed with others'. */
  readonly atOnce?: boolean;
  /** What runs at the same time goes first. */
  readonly givesWay?: boolean;
}

/** Runs one step between two lines that name it. */
async function timed({ name, command }: Step, { atOnce = false, givesWay = false }: HowRun = {}): Promise<Outcome> {
  const head = `\n== ${name}: ${command}`;
  if (!atOnce) console.log(head);
  const begun = performance.now();
  const { ok, output, said } = await run(command, !atOnce, givesWay);
  if (atOnce) console.log(`${head}\n${said}`.trimEnd());
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  return { ok, output };
}

/** Runs one step, shows what it prints as it prints it if that is wanted, and keeps it. `said` has its errors in it too. */
async function run(command: string, show: boolean, givesWay: boolean): Promise<Outcome & { readonly said: string }> {
  try {
    if (command.endsWith('e2e')) ensureBrowser('tests');
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    console.error(said);
    return { ok: false, output: '', said };
  }
  // An undefined FORCE_COLOR takes the variable away: colours would hide the counts.
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  if (givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let output = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    said += chunk.toString();
    if (show) process.stdout.write(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (show) process.stderr.write(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { ok: code === 0, output, said };
}

/** Adds up the closing lines of Vitest (`Tests  1 failed | 12 passed (13)`) and of Playwright (`  12 passed (1.0m)`). */
function count(output: string, word: 'passed' | 'failed'): number {
  const closing = new RegExp(`^\\s*(?:Tests\\s.*?)?(\\d+) ${word}\\b`, 'gm');
  return [...output.matchAll(closing)].reduce((sum, match) => sum + Number(match[1]), 0);
}
