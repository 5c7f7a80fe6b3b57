import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Read by src/contract/build.ts: tabs and kept data of a later build are known by it.
  define: { VESPER_BUILD: JSON.stringify(new Date().toISOString()) },
  resolve: {
    alias: { tldts: fileURLToPath(new URL('./mocks/hosts/public-suffix-stub.ts', import.meta.url)) },
  },
  worker: { format: 'es' },
  build: {
    manifest: true,
    target: 'es2022',
    rolldownOptions: {
      // What is said to zod before anything else must lie beside it: the files that make schemas are loaded before the entry runs.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|contract\/without-eval/ }] } },
    },
  },
});
