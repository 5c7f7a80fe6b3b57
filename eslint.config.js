import query from '@tanstack/eslint-plugin-query';
import { defineConfig } from 'eslint/config';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layerRules } from './layers.js';
import { nameRules } from './names.js';

const time = 'Time is an argument here.';
const chance = 'Chance comes from a seed.';
const timeAndChanceAreArguments = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: time },
    { object: 'Temporal', property: 'Now', message: time },
    { object: 'Math', property: 'random', message: chance },
  ],
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'performance'].map((name) => ({
      name,
      message: time,
    })),
    { name: 'crypto', message: chance },
  ],
  // Nothing of these folders loads a file later, so the lock on import() is simply that.
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: time },
    { selector: "CallExpression[callee.name='Date']", message: time },
    { selector: 'ImportExpression', message: 'Everything here is loaded at once.' },
  ],
};

export default defineConfig(
  { ignores: ['dist', 'public', 'shots', 'test-results', 'playwright-report', 'coverage'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.lint.json'] } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'object-shorthand': ['error', 'properties'],
      'no-useless-rename': 'error',
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
  // The router is told where to go instead by what is thrown: these two of its own, and nothing else that is no error.
  {
    files: ['src/app/routes/router.tsx'],
    rules: {
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
    },
  },
  // Hooks and queries are also written in files without markup.
  {
    files: ['src/{shared,features,app}/**/*.ts'],
    extends: [hooks.configs.flat.recommended, query.configs['flat/recommended']],
  },
  ...layerRules,
  nameRules,
  // After the layers: both speak through no-restricted-syntax, and the last one counts.
  {
    files: [
      'src/domain/**/*.ts',
      'backend/{clock,commands,csv,forecast,planner,queries,records,runs}/**/*.ts',
      'mocks/seed/**/*.ts',
    ],
    rules: timeAndChanceAreArguments,
  },
  { files: ['**/*.test.ts', 'mocks/hosts/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'error' } },
);
