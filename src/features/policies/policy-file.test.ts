import { expect, test } from 'vitest';
import { applicationDefaults } from '#domain/policy/settings.ts';
import { fileLines, fileNameOf, readPolicyFile } from './policy-file.ts';

const { actions, additional } = applicationDefaults;
const file = {
  format: 'vesper-policy',
  version: 1,
  name: 'Berlin',
  inherit: true,
  force: false,
  settings: {
    actions: { value: actions, lock: 'open' },
    authentication: { lock: 'open' },
    additional: { value: additional, lock: 'closed' },
  },
};
const reasons = (text: string) => {
  const read = readPolicyFile(text);
  return read.kind === 'refused' ? read.reasons.map(({ path }) => path) : null;
};

test('an exported policy is parsed and described', () => {
  const read = readPolicyFile(JSON.stringify(file));
  expect(read).toEqual({ kind: 'policy', file });
  expect(read.kind === 'policy' && fileLines(read.file)).toEqual([
    'Inherit settings from parent policy: yes',
    'Force inheritance of settings in child policies: no',
    'Actions: Policy not enforced',
    'Response actions: off',
    'Selected actions: none',
    'Authentication on Administration Server: Policy not enforced',
    'Account password: never in a file',
    'Additional: Under policy',
    'Scanning scope: Critical file areas on the device',
    'Scan start: Manual start',
    'Detection of legitimate applications: off',
  ]);
});

test.each([
  ['no JSON', '{"format":', ['']],
  ['too large', JSON.stringify({ ...file, name: 'x'.repeat(65 * 1024) }), ['']],
  ['another version', JSON.stringify({ ...file, version: 2 }), ['version']],
  [
    'a bad name and a lock that there is not',
    JSON.stringify({ ...file, name: '', settings: { ...file.settings, authentication: { lock: 'ajar' } } }),
    ['name', 'settings › authentication › lock'],
  ],
])('a file is refused with every reason by its place: %s', (_, text, paths) => {
  expect(reasons(text)).toEqual(paths);
});

test('missing fields are reported, and a file of another kind gives one error', () => {
  const read = readPolicyFile(JSON.stringify({ ...file, inherit: undefined }));
  expect(read).toEqual({ kind: 'refused', reasons: [{ path: 'inherit', message: 'This is missing.' }] });
  expect(reasons('{"format":"other"}')).toEqual(['format']);
  expect(reasons('[]')).toHaveLength(1);
});

test('a name with a slash becomes a file, not a folder', () => {
  expect(fileNameOf('Day/night')).toBe('Day-night.policy.json');
});
