import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { buildIfStale } from './built-app.ts';

// The JavaScript that must arrive before the first screen is drawn, gzip, held against the budget in budget.json.
const manifestSchema = z.record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).optional() }));
const budget = z.object({ firstLoadKb: z.number() }).parse(JSON.parse(readFileSync('budget.json', 'utf8')));

await buildIfStale();
const manifest = manifestSchema.parse(JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')));
const files = new Set<string>();
collect('index.html');
const kb = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0) / 1000;
console.log(
  `First load: ${kb.toFixed(1)} KB gzip of JavaScript, without the mock backend (budget ${String(budget.firstLoadKb)} KB)`,
);
if (kb > budget.firstLoadKb) process.exit(1);

function collect(entry: string): void {
  const chunk = manifest[entry];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const next of chunk.imports ?? []) collect(next);
}
