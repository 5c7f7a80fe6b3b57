import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

// On a build server the parser would read the files from the disk instead of the text it is given.
const parserOptions = { disallowAutomaticSingleRunInference: true };
const eslint = new ESLint({
  overrideConfigFile: 'eslint.config.js',
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions } }],
});

/** Whether the lint of a file refuses one import; type-aware rules are not asked. */
async function refuses(file: string, address: string): Promise<boolean> {
  const [result] = await eslint.lintText(`import '${address}';\n`, { filePath: file });
  return result?.messages.some((message) => message.ruleId === 'no-restricted-imports') ?? false;
}

describe('the one-way imports are locked', () => {
  test.each([
    ['src/domain/ids.ts', '#contract/time.ts'],
    ['src/domain/ids.ts', '#src/shared/api/client.ts'],
    ['src/domain/schedule/moment.ts', '../../contract/time.ts'],
    ['src/contract/time.ts', '#mocks/app.ts'],
    ['src/shared/api/client.ts', '#src/features/clock/queries.ts'],
    ['src/shared/api/client.ts', '../../features/clock/queries.ts'],
    ['src/features/policies/draft.ts', '#src/features/tasks/queries.ts'],
    ['src/features/policies/draft.ts', '#mocks/app.ts'],
    ['src/features/policies/draft.ts', '../../app/router.tsx'],
    ['mocks/app.ts', '#src/shared/api/client.ts'],
    ['src/app/router.tsx', '#mocks/app.ts'],
  ])(
    '%s may not import %s',
    async (file, address) => {
      expect(await refuses(file, address)).toBe(true);
    },
    30_000,
  );

  test.each([
    ['src/domain/policy/policy.ts', '../ids.ts'],
    ['src/contract/time.ts', '#domain/ids.ts'],
    ['src/features/devices/device-window.tsx', '#src/features/tasks/device-runs.tsx'],
    ['src/app/router.tsx', '#src/features/clock/queries.ts'],
    ['mocks/app.ts', '#domain/ids.ts'],
  ])(
    '%s may import %s',
    async (file, address) => {
      expect(await refuses(file, address)).toBe(false);
    },
    30_000,
  );
});
