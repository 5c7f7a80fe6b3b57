import { defineConfig } from '@playwright/test';
import { z } from 'zod';
import { launchOptions } from './scripts/browser.ts';

// The system chooses the port; the server says which, and Playwright keeps what it said in the environment of its workers.
const address = process.env['VESPER_E2E_ADDRESS'];

/** Firefox and WebKit are Playwright's own builds: `npx playwright install firefox`. */
const browserName = z.enum(['chromium', 'firefox', 'webkit']).default('chromium').parse(process.env['VESPER_BROWSER']);

export default defineConfig({
  testDir: 'e2e',
  // More than one worker for each core makes the tests slower, and the run no faster.
  workers: '100%',
  // No single file keeps the run waiting for its last tests.
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Bounds for a busy machine of two cores, on which the console's cold start alone may take seconds.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    ...(address === undefined ? {} : { baseURL: address }),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    browserName,
    launchOptions: browserName === 'chromium' ? launchOptions('tests') : {},
    // A trace makes every test a fifth slower: asked for where a failure is looked into, with VESPER_TRACE=1.
    trace: process.env['VESPER_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node --import tsx scripts/e2e-server.ts',
    wait: { stdout: /Serving the build at (?<vesper_e2e_address>\S+)/ },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
});
