import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { tldts: fileURLToPath(new URL('./mocks/hosts/public-suffix-stub.ts', import.meta.url)) },
  },
  worker: { format: 'es' },
  build: { manifest: true, target: 'es2022' },
});
