import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { serveFolder, type Served } from './static-server.ts';

const sources = [
  ...['src', 'backend', 'mocks', 'public', 'index.html', 'vite.config.ts', 'scripts/without-json-schema.ts'],
  ...['tsconfig.base.json', 'package-lock.json'],
];

/** Builds the console when a source is newer than the last build. Tests are no source of it. */
export async function buildIfStale(): Promise<void> {
  const built = existsSync('dist/index.html') ? statSync('dist/index.html').mtimeMs : 0;
  if (Math.max(...sources.map(newest)) <= built) return;
  console.log('Building the console…');
  await build({ logLevel: 'warn' });
}

/** Serves the build on this machine. @param port 0 lets the system choose; a port in use is an error that says so. */
export const serve = (port: number): Promise<Served> => serveFolder('dist', port);

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  // A folder's own time changes when a file is taken away.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
