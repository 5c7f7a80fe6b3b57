import { test as base, expect } from '@playwright/test';
import { answerLate } from './late-answers.ts';

/** How late an answer of the backend may come at most, in ms, for all browser tests: what rests on chance shows itself. */
const latestMs = Number(process.env['VESPER_LATE_MS'] ?? 0);

/** A test whose page may print no error or warning, and may talk to nobody but the console's own server. */
export const test = base.extend<{ refusalsByRole: boolean; faults: boolean; filesGone: boolean }>({
  // A refusal for the role is a defect wherever a person was let into it: only a test that means to says so.
  refusalsByRole: [false, { option: true }],
  /** Where requests fail on purpose, the browser prints a line for each: it is no defect of the page. */
  faults: [false, { option: true }],
  /** The same where files of the console are taken away on purpose. */
  filesGone: [false, { option: true }],
  context: async ({ context }, use) => {
    if (latestMs > 0) await context.addInitScript(answerLate, latestMs);
    await use(context);
  },
  page: async ({ page, baseURL, refusalsByRole, faults, filesGone }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // What is refused is told to the person; the browser's own line about its status is not a defect.
      const told = refusalsByRole ? /status of 4(00|01|03|04|09|12|13|22|28)/ : /status of 4(00|01|04|09|12|13|22|28)/;
      const fromBackend = message.location().url.includes('/api/v1/');
      const refused = told.test(message.text()) && fromBackend;
      const failed = message.text().startsWith('Failed to load resource');
      const onPurpose =
        failed && ((faults && fromBackend) || (filesGone && message.location().url.includes('/assets/')));
      if (!refused && !onPurpose) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) complaints.push(`asked a third party: ${url}`);
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

/**
 * For tests with two tabs: `test.use(bothDrawn)`. Of two tabs in a window the browser draws the one in front alone, and a click
 * waits for a drawing; while a trace is recorded, both are drawn.
 */
export const bothDrawn = { trace: 'retain-on-failure' } as const;

export { expect };
