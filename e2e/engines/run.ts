import { mkdirSync } from 'node:fs';
import { buildIfStale } from '../../scripts/built-app.ts';
import { availableEngines } from '../../scripts/engines.ts';
import { serveFolder } from '../../scripts/static-server.ts';
import type { Engine } from './driver.ts';
import { startFirefox } from './firefox.ts';
import { journeyIn } from './journey.ts';
import { recordingBuild } from './record-complaints.ts';
import { startWebKit } from './webkit.ts';

// A smoke test of the build in Firefox and WebKit, each of the system's. Ends with 1 where something fails; an engine that is
// not there is skipped, and said so.
const limitMs = 150_000;
const pictures = 'test-results/engines';
const starts = { Firefox: startFirefox, WebKit: startWebKit };

let passed = 0;
let failed = 0;
await buildIfStale();
const { address, server } = await serveFolder(recordingBuild('dist'), 0);
for (const found of availableEngines()) {
  if (found.path === null) {
    console.log(`Skipped: ${found.name}: ${found.why}`);
    continue;
  }
  const begun = performance.now();
  await testIn(found.name, () => starts[found.name](found.path));
  console.log(`  ${found.name}: ${seconds(begun)}`);
}
await server.close();
console.log(`\n  ${String(passed)} passed`);
if (failed > 0) console.log(`  ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Goes the journey in one browser, and ends the browser whatever happens. */
async function testIn(name: string, start: () => Promise<Engine>): Promise<void> {
  let engine: Engine | undefined;
  const limit = setTimeout(() => {
    console.log(`  FAILED  ${name}: not done after ${String(limitMs / 1000)} s`);
    process.exit(1);
  }, limitMs);
  try {
    engine = await start();
    await journey(engine);
  } catch (error) {
    failed += 1;
    console.log(`  FAILED  ${name}: ${String(error)}`);
  } finally {
    await engine?.close();
    clearTimeout(limit);
  }
}

async function journey(engine: Engine): Promise<void> {
  const { parts, screens } = await journeyIn(engine, address);
  for (const [name, part] of parts) {
    const begun = performance.now();
    try {
      await part();
      const complaints = await engine.complaints();
      if (complaints.length > 0) throw new Error(`The console says:\n    ${complaints.join('\n    ')}`);
      passed += 1;
      console.log(`  ok  ${engine.name}: ${name} (${seconds(begun)})`);
    } catch (error) {
      mkdirSync(pictures, { recursive: true });
      const taken = screens.map(async ({ tab }, place) => {
        const path = `${pictures}/${engine.name.replaceAll(/\W+/g, '-').toLowerCase()}-${String(place + 1)}.png`;
        await tab.screenshot(path);
        return path;
      });
      const paths = (await Promise.allSettled(taken)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      throw new Error(`${name}: ${String(error)}\n  Pictures: ${paths.join(', ')}`, { cause: error });
    }
  }
}

function seconds(sinceMs: number): string {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}
