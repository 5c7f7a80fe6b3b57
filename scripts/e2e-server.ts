import { buildIfStale, serve } from './built-app.ts';

await buildIfStale();
const { server } = await serve(Number(process.env['VESPER_E2E_PORT']));
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
