import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview, type PreviewServer } from 'vite';

const sources = ['src', 'mocks', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds the console when a source is newer than the last build. */
export async function buildIfStale(): Promise<void> {
  const built = existsSync('dist/index.html') ? statSync('dist/index.html').mtimeMs : 0;
  if (Math.max(...sources.map(newest)) <= built) return;
  console.log('Building the console…');
  await build({ logLevel: 'warn' });
}

/** Serves the build on this machine. @param port 0 lets the system choose; a port in use is an error that says so. */
export async function serve(port: number): Promise<{ address: string; server: PreviewServer }> {
  const server = await preview({
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: port === 0 ? await freePort() : port, strictPort: true },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The server has no address.');
  return { address, server };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
