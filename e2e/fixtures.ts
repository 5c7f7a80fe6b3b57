import { test as base, expect, type Response } from '@playwright/test';
import { answerLate } from './delay-responses.ts';
import { fromTest } from './steps.ts';

/** Whether tests of chance run in full (`npm run test:deep`) or as a sample. */
export const deep = process.env['VESPER_DEEP'] !== undefined;

/** How late an answer of the backend may come at most, in ms, for all browser tests: what rests on chance shows itself. */
const latestMs = Number(process.env['VESPER_LATE_MS'] ?? 0);

/**
 * The details of a test, or of a group of them, in which the console's own requests may be refused: each as status, method
 * and path below `/api/v1`, where `*` stands for anything. Every other answer of 400 and above fails the test.
 *
 * @example test('…', expecting('412 PUT /policies/berlin'), async ({ page }) => …)
 */
export const expecting = (...problems: readonly string[]) => ({
  annotation: problems.map((description) => ({ type: expected, description })),
});

const expected = 'expected problem';

/** A test whose pages may print no error or warning, get no refusal, and talk to nobody but the console's own server. */
export const test = base.extend<{ faults: boolean; requestsCut: boolean; filesDeleted: boolean }>({
  /** Where requests fail on purpose, whatever fails is no defect of the page, and the browser prints a line for each. */
  faults: [false, { option: true }],
  /** Where a service worker is stopped on purpose: requests under way fail in the network, and the console sends them again. */
  requestsCut: [false, { option: true }],
  /** The same where files of the console are taken away on purpose. */
  filesDeleted: [false, { option: true }],
  context: async ({ context, baseURL, faults, requestsCut, filesDeleted }, use, { annotations }) => {
    const allowed = annotations.flatMap(({ type, description }) =>
      type === expected && description !== undefined ? [patternOf(description)] : [],
    );
    const complaints: string[] = [];
    context.on('response', (response) => {
      const problem = problemIn(response);
      if (problem === null || faults || allowed.some((pattern) => pattern.test(problem))) return;
      complaints.push(`unexpected answer: ${problem}`);
    });
    context.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const { url } = message.location();
      // The browser's own line about a failed request: whether it may fail is judged by its answer.
      const failed = message.text().startsWith('Failed to load resource');
      const judged = failed && url.includes(apiPath) && (faults || requestsCut || message.text().includes('status of'));
      const onPurpose = failed && filesDeleted && url.includes('/assets/');
      if (!judged && !onPurpose) complaints.push(url === '' ? message.text() : `${message.text()} (${url})`);
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) complaints.push(`asked a third party: ${url}`);
    });
    if (latestMs > 0) await context.addInitScript(answerLate, latestMs);
    await use(context);
    expect(complaints).toEqual([]);
  },
});

const apiPath = '/api/v1';

/** A refusal that the console got, as `expecting` names it; null where it got none. What a test asks for itself is its own. */
function problemIn(response: Response): string | null {
  const request = response.request();
  const { pathname } = new URL(response.url());
  if (response.status() < 400 || !pathname.startsWith(apiPath) || fromTest in request.headers()) return null;
  return `${String(response.status())} ${request.method()} ${pathname.slice(apiPath.length)}`;
}

const patternOf = (problem: string): RegExp =>
  new RegExp(`^${problem.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);

/**
 * For tests with two tabs: `test.use(bothDrawn)`. Of two tabs in a window the browser draws the one in front alone, and a click
 * waits for a drawing; while a trace is recorded, both are drawn.
 */
export const bothDrawn = { trace: 'retain-on-failure' } as const;

export { expect };
