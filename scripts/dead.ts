import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readSources } from './imports.ts';

// Finds files that nothing reaches, exports that nobody uses, and packages that no file names.
const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const sources = readSources();

/** Where something outside the sources begins to read: the page, the test runners, the tools, an npm script, the tests. */
const tools =
  /^(src\/main\.tsx|src\/vite-env\.d\.ts|[^/]+\.(config|setup)\.(ts|js)|.*\.(test|spec)\.tsx?|scripts\/e2e-server\.ts)$/;
const npmScripts = Object.values(manifest.scripts).join(' ');
const isEntry = (path: string) => tools.test(path) || npmScripts.includes(path);

/** Packages that work without being imported: compilers and formatters, types, what another package needs beside it. */
const unimported = /^(@types\/.*|@stryker-mutator\/.*|@vitest\/coverage-v8|prettier|tsx|@emotion\/(react|styled))$/;

const reached = new Set<string>();
const reach = (path: string): void => {
  if (reached.has(path)) return;
  reached.add(path);
  for (const { to } of sources.get(path)?.imports ?? []) reach(to);
};
for (const path of sources.keys()) if (isEntry(path)) reach(path);

const taken = new Set(
  [...sources.values()].flatMap((s) => s.imports.flatMap((i) => i.names.map((n) => `${i.to} ${n}`))),
);
const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
const findings = [
  ...[...sources.keys()].filter((path) => !reached.has(path)).map((path) => `${path}: nothing reaches this file`),
  ...[...sources].flatMap(([path, { exports, usedInside }]) =>
    isEntry(path) || taken.has(`${path} *`)
      ? []
      : exports
          .filter((name) => !taken.has(`${path} ${name}`) && !usedInside.has(name))
          .map((name) => `${path}: nobody uses ${name}`),
  ),
];
for (const finding of findings) console.log(finding);
// A package may be installed ahead of its first use: it is named, and fails nothing.
for (const name of packages)
  if (!reached.has(name) && !unimported.test(name)) console.log(`note: no file names the package ${name} yet`);
console.log(`${String(sources.size)} files, ${String(findings.length)} dead`);
process.exit(findings.length === 0 ? 0 : 1);
