import { buildIfStale, serve } from './built-app.ts';

// Playwright reads the address from this line and ends the server with SIGTERM.
await buildIfStale();
const { address, server } = await serve(0);
console.log(`Serving the build at ${address}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
