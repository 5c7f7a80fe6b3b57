import { spawn } from 'node:child_process';
import { buildIfStale, serve } from './built-app.ts';

// Serves the console with its backend inside and opens it where there is a desktop. PORT chooses the port.
const wanted = Number(process.env['PORT'] ?? 0);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
  console.error('PORT must be a number from 0 to 65535.');
  process.exit(1);
}
try {
  await buildIfStale();
  const { address, server } = await serve(wanted);
  console.log(`Vesper is at ${address}  (Ctrl C ends it)`);
  openInBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

function openInBrowser(address: string): void {
  const desktop = process.platform === 'linux' ? (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) : 'yes';
  if (desktop === undefined || desktop === '' || process.env['CI'] !== undefined) return;
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  // Without a program to open it, the printed address is enough.
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
