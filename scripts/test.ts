import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.ts';

// Everything that must hold, in the order in which it is cheapest to fail. Ends with the counts of all tests.
const steps: readonly (readonly [name: string, command: string])[] = [
  ['types', 'npm run --silent types'],
  ['lint', 'npm run --silent lint'],
  ['format', 'npm run --silent format:check'],
  ['unit tests', 'npx vitest run'],
  ['size of the first load', 'npm run --silent size'],
  ['browser tests', 'npx playwright test'],
];
ensureBrowser();
let passed = 0;
let failed = 0;
for (const [name, command] of steps) {
  console.log(`\n== ${name}: ${command}`);
  const begun = Date.now();
  const result = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  const output = result.stdout + result.stderr;
  process.stdout.write(output);
  passed += count(output, /(?:Tests\s.*?|^\s+)(\d+) passed/gm);
  failed += count(output, /(?:Tests\s.*?|^\s+)(\d+) failed/gm);
  console.log(
    `== ${name}: ${result.status === 0 ? 'ok' : 'FAILED'} in ${String(Math.round((Date.now() - begun) / 1000))} s`,
  );
  if (result.status !== 0) {
    console.log(`\n${String(passed)} passed, ${String(Math.max(1, failed))} failed`);
    process.exit(1);
  }
}
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);

function count(output: string, pattern: RegExp): number {
  return [...output.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);
}
