import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'backend/**/*.test.ts', 'mocks/**/*.test.ts', '*.test.ts'],
    setupFiles: ['./vitest.setup.ts'],
    // Reading every module anew for each file of tests would take as long as half of the tests.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
