import { spawn } from 'node:child_process';
import { ensureBrowser } from './browser.ts';

// Everything that must hold, in the order in which it is cheapest to fail. Ends with the counts of all tests.
const steps: readonly (readonly [name: string, command: string])[] = [
  ['types', 'npm run --silent types'],
  ['lint', 'npm run --silent lint'],
  ['format', 'npm run --silent format:check'],
  ['dead code', 'npm run --silent dead'],
  ['unit tests', 'npm run --silent unit'],
  ['size of the first load', 'npm run --silent size'],
  ['browser tests', 'npm run --silent e2e'],
];
let passed = 0;
let failed = 0;
for (const [name, command] of steps) {
  console.log(`\n== ${name}: ${command}`);
  const begun = performance.now();
  const { ok, output } = await run(command);
  passed += count(output, 'passed');
  failed += count(output, 'failed');
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  if (!ok) {
    // A step without tests of its own, such as the lint, counts as one when it fails.
    failed = Math.max(1, failed);
    break;
  }
}
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Runs one step, shows what it prints as it prints it, and keeps it to be counted. */
async function run(command: string): Promise<{ ok: boolean; output: string }> {
  try {
    if (command.endsWith('e2e')) ensureBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return { ok: false, output: '' };
  }
  // An undefined FORCE_COLOR takes the variable away: colours would hide the counts.
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { ok: code === 0, output };
}

/** Adds up the closing lines of Vitest (`Tests  1 failed | 12 passed (13)`) and of Playwright (`  12 passed (1.0m)`). */
function count(output: string, word: 'passed' | 'failed'): number {
  const closing = new RegExp(`^\\s*(?:Tests\\s.*?)?(\\d+) ${word}\\b`, 'gm');
  return [...output.matchAll(closing)].reduce((sum, match) => sum + Number(match[1]), 0);
}
