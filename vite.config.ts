import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { withoutJsonSchema } from './scripts/without-json-schema.ts';

const entry = fileURLToPath(new URL('./src/main.tsx', import.meta.url));

type InfoOf = (id: string) => { readonly importedIds: readonly string[] } | null;

/** The entry and every file that it imports, or that those import, other than by `import()`. */
function neededAtFirst(infoOf: InfoOf): Set<string> {
  const needed = new Set([entry]);
  // A set hands out what is added while it is walked through.
  for (const id of needed)
    for (const imported of infoOf(id)?.importedIds ?? [])
      if (!imported.includes('node_modules/@mui/')) needed.add(imported);
  return needed;
}

let first: Set<string> | undefined;

/** Which service worker this is: another once a line of it, or of MSW's within it, is another. */
function serviceWorkerVersion(): string {
  const hash = createHash('sha256');
  for (const file of ['service-worker.js', 'mockServiceWorker.js'])
    hash.update(readFileSync(new URL(`./public/${file}`, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}

export default defineConfig({
  // Beside each file the same compressed, for servers that send what is ready.
  plugins: [react(), withoutJsonSchema(), compression({ algorithms: ['gzip', 'brotliCompress'] })],
  define: {
    // Read by src/contract/build.ts: tabs and kept data of a later build are known by it.
    VESPER_BUILD: JSON.stringify(new Date().toISOString()),
    VESPER_SERVICE_WORKER: JSON.stringify(serviceWorkerVersion()),
  },
  resolve: {
    alias: [
      { find: 'tldts', replacement: fileURLToPath(new URL('./mocks/hosts/public-suffix-stub.ts', import.meta.url)) },
      // React has had the hook of its own since version 18.
      {
        find: /^use-sync-external-store\/shim\/with-selector(\.js)?$/,
        replacement: 'use-sync-external-store/with-selector',
      },
      {
        find: /^\.\/TouchRipple\.mjs$/,
        replacement: fileURLToPath(new URL('./src/shared/ui/touch-ripple-stub.ts', import.meta.url)),
      },
    ],
  },
  worker: { format: 'es', plugins: () => [withoutJsonSchema()] },
  build: {
    manifest: true,
    target: 'es2022',
    // `npm run size` limits the first load (.size-limit.js).
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      // Emotion imports it for `withTheme`, which nobody calls; as CommonJS it would stay, with the `react-is` of its own.
      treeshake: { moduleSideEffects: [{ test: /\/hoist-non-react-statics\//, sideEffects: false }] },
      // What the first screen is made of comes in one file: it packs smaller than forty, and its parts run in the order of
      // their imports, so that zod is told what it must know before the first schema is made.
      output: {
        codeSplitting: {
          groups: [
            {
              debugName: 'first',
              name: (id, modules) =>
                (first ??= neededAtFirst((file) => modules.getModuleInfo(file))).has(id) ? 'first' : null,
            },
          ],
        },
      },
    },
  },
});
