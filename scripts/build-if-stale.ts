import { buildIfStale } from './built-app.ts';

await buildIfStale();
