import query from '@tanstack/eslint-plugin-query';
import { defineConfig } from 'eslint/config';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layerRules } from './layers.js';

const noClockNoChance = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument here.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument here.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance comes from a seed.',
  },
];

export default defineConfig(
  { ignores: ['dist', 'public', 'shots', 'test-results', 'playwright-report', 'coverage'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.lint.json'] } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // The domain's values are records of functions and tables: an index signature names its key.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [a11y.flatConfigs.recommended, hooks.configs.flat.recommended, query.configs['flat/recommended']],
    rules: {
      // TanStack Virtual works without memoization; the rule only says that the compiler leaves such components alone.
      'react-hooks/incompatible-library': 'off',
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel'], tags: ['pre'] }],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'mocks/{services,simulator,scenarios}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClockNoChance] },
  },
  ...layerRules,
  { files: ['**/*.test.ts', 'mocks/hosts/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'error' } },
);
