import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const locks = ['no-restricted-imports', 'no-restricted-syntax', 'no-restricted-properties', 'no-restricted-globals'];

// The locks are syntactic: without the other rules and without types, a text is linted in milliseconds.
const eslint = new ESLint({
  overrideConfigFile: 'eslint.config.js',
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked }],
  ruleFilter: ({ ruleId }) => locks.includes(ruleId),
});

/** Whether one of the locks refuses a text as the content of a file. */
async function refuses(file: string, text: string): Promise<boolean> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: file });
  if (!result || result.messages.some(({ fatal }) => fatal === true)) throw new Error(`${file} is not linted: ${text}`);
  return result.messages.some(({ ruleId }) => locks.includes(ruleId ?? ''));
}

describe('the one-way imports are locked', () => {
  test.each([
    ['src/domain/ids.ts', '#contract/time.ts'],
    ['src/domain/ids.ts', '#src/shared/api/client.ts'],
    ['src/domain/ids.ts', '#src/contract/time.ts'],
    ['src/domain/ids.ts', 'react'],
    ['src/domain/ids.ts', '@mui/material/styles'],
    ['src/domain/schedule/moment.ts', '../../contract/time.ts'],
    ['src/domain/schedule/moment.ts', './../../contract/time.ts'],
    ['src/contract/time.ts', '#backend/app.ts'],
    ['src/contract/time.ts', 'temporal-polyfill'],
    ['src/shared/api/client.ts', '#src/features/clock/queries.ts'],
    ['src/shared/api/client.ts', '../../features/clock/queries.ts'],
    ['src/shared/api/client.ts', '#src/shared/../features/clock/queries.ts'],
    ['src/features/policies/policy-draft.ts', '#src/features/tasks/queries.ts'],
    ['src/features/policies/policy-draft.ts', '../tasks/queries.ts'],
    ['src/features/schedule/chart/bins.ts', '../../tasks/queries.ts'],
    ['src/features/schedule/chart/bins.ts', '#src/features/tasks/queries.ts'],
    ['src/features/policies/policy-draft.ts', '#backend/app.ts'],
    ['src/features/policies/policy-draft.ts', '../../app/router.tsx'],
    ['src/features/policies/policy-draft.ts', 'temporal-polyfill'],
    ['src/app/routes/router.tsx', '#backend/app.ts'],
    ['src/main.tsx', '#mocks/hosts/browser.ts'],
    ['backend/app.ts', '#src/shared/api/client.ts'],
    ['backend/queries/tasks.ts', '../../src/shared/api/client.ts'],
    ['backend/app.ts', '@tanstack/react-query'],
    ['backend/app.ts', 'temporal-polyfill/global'],
    ['backend/app.ts', '#mocks/hosts/worker.ts'],
    ['backend/commands/account.ts', '#mocks/testing/test-app.ts'],
    ['backend/ports/store.ts', '../runs/roster.ts'],
    ['backend/csv/read-csv.ts', '../queries/groups.ts'],
    ['backend/records/names.ts', '../request-context.ts'],
    ['backend/request-context.ts', './queries/groups.ts'],
    ['backend/queries/groups.ts', '../commands/edit-groups.ts'],
    ['backend/forecast/forecast.ts', '#backend/commands/registry.ts'],
    ['backend/commands/dry-run.ts', '../handlers.ts'],
    ['backend/commands/dry-run.ts', '../middleware/lock.ts'],
    ['backend/middleware/unit-of-work.ts', '../adapters/memory/memory-store.ts'],
    ['backend/app.ts', './adapters/memory/memory-store.ts'],
    ['backend/adapters/memory/memory-store.ts', '../../queries/groups.ts'],
    ['backend/queries/pulse.test.ts', '#mocks/hosts/worker.ts'],
    ['mocks/hosts/worker.ts', '#src/shared/api/client.ts'],
  ])('%s may not import %s', async (file, address) => {
    expect(await refuses(file, `import '${address}';`)).toBe(true);
  });

  test.each([
    ['src/features/policies/policy-draft.ts', '#mocks/hosts/browser.ts'],
    ['src/app/routes/router.tsx', '#mocks/hosts/browser.ts'],
    ['src/main.tsx', '#backend/app.ts'],
    ['src/domain/ids.ts', '#contract/time.ts'],
  ])('%s may not import %s dynamically either', async (file, address) => {
    expect(await refuses(file, `void import('${address}');`)).toBe(true);
  });

  test.each([
    ['src/domain/policy/policy.ts', "import '../ids.ts';"],
    ['src/domain/schedule/occurrence.ts', "import 'temporal-polyfill';"],
    ['src/shared/time/wall-time.ts', "import 'temporal-polyfill';"],
    ['src/contract/time.ts', "import '#domain/ids.ts';"],
    ['src/features/devices/device-window.tsx', "import '#src/features/tasks/device-runs.tsx';"],
    ['src/features/clock/queries.ts', "import '@tanstack/react-query';"],
    ['src/app/routes/router.tsx', "import '#src/features/clock/queries.ts';"],
    ['src/app/routes/group-page.tsx', "void import('#src/features/tasks/tasks-tab.tsx');"],
    ['src/main.tsx', "void import('#mocks/hosts/browser.ts');"],
    ['backend/app.ts', "import '#domain/ids.ts';"],
    ['backend/queries/tasks.ts', "import '../ports/store.ts';"],
    ['backend/commands/dry-run.ts', "import '../queries/effects.ts';"],
    ['backend/queries/runs.ts', "import './tasks.ts';"],
    ['backend/csv/find-group.ts', "import '../records/names.ts';"],
    ['backend/app.ts', "import './middleware/lock.ts';"],
    ['backend/adapters/memory/memory-store.ts', "import '#backend/ports/store.ts';"],
    ['backend/queries/pulse.test.ts', "import '#mocks/testing/test-app.ts';"],
    ['mocks/hosts/worker.ts', "import '#backend/app.ts';"],
  ])('%s may contain %s', async (file, text) => {
    expect(await refuses(file, text)).toBe(false);
  });
});

describe('time and chance are arguments', () => {
  const forbidden = [
    'export const t = Date.now();',
    'export const t = new Date();',
    'export const t = Date();',
    'export const t = Math.random();',
    'export const t = performance.now();',
    'export const t = crypto.randomUUID();',
    'setTimeout(() => undefined, 1);',
    "import { Temporal } from 'temporal-polyfill'; export const t = Temporal.Now.instant();",
  ];
  const files = [
    'src/domain/ids.ts',
    'backend/clock/simulated-clock.ts',
    'backend/queries/tasks.ts',
    'mocks/seed/scenarios.ts',
  ];
  test.each(files.flatMap((file) => forbidden.map((text) => [file, text] as const)))(
    '%s may not contain %s',
    async (file, text) => {
      expect(await refuses(file, text)).toBe(true);
    },
  );

  test('a date of a given instant is allowed', async () => {
    expect(await refuses('src/domain/ids.ts', 'export const t = new Date(0).toISOString();')).toBe(false);
  });

  test('the worker, where real time enters, may read the clock', async () => {
    expect(await refuses('mocks/hosts/worker.ts', 'export const t = Date.now();')).toBe(false);
  });
});
