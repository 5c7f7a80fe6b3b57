import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import parser from 'typescript-eslint';
import { nameRules } from './names.js';

/** The names that the rule refuses in a text. */
function refused(text: string, filename = 'src/features/tasks/task-list.tsx'): string[] {
  const config = { ...nameRules, languageOptions: { parser: parser.parser } };
  return new Linter()
    .verify(text, [config], { filename })
    .map(({ message }) => /^"(.*?)" contains/.exec(message)?.[1] ?? message);
}

test.each([
  ['a variable', 'const kept = 1;', 'kept'],
  ['a function', 'function tmp() {}', 'tmp'],
  ['a parameter', 'export const f = (asked: string) => 1;', 'asked'],
  ['a type', 'type Held = string;', 'Held'],
  ['an interface', 'interface Voice { readonly id: string }', 'Voice'],
  ['a property of a type', 'interface Row { readonly told: boolean }', 'told'],
  ['a variable taken out of an object', 'const { id: thing } = row;', 'thing'],
  ['a part of a name', 'const mostKept = 20;', 'mostKept'],
  ['a word in a constant', 'const KEPT_DAYS = 7;', 'KEPT_DAYS'],
])('%s may not have a banned name', (_, text, name) => {
  expect(refused(text)).toEqual([name]);
});

test.each(['src/shared/ui/helpers.ts', 'src/shared/form/kept-draft.ts', 'e2e/utils.ts'])(
  'a file may not be called %s',
  (file) => {
    expect(refused('export {};', file)).toEqual([file.split('/').at(-1)]);
  },
);

test.each([
  ['standard terms', 'const request = 1; type Stored = string;'],
  ['words that only contain a banned one', 'const household = 1; const thingsboard = 2;'],
  ['a use of a name that another module declares', 'row.kept = true; say(other.asked);'],
  ['a key read from an object that is not ours', 'const { kept: stored } = row;'],
  ['a key of an object, which its type names', 'export const row: Row = { gone: true };'],
  ['props of a library', 'export const props = { helperText: "" };'],
  ['texts', 'export const text = "it was kept";'],
])('%s are allowed', (_, text) => {
  expect(refused(text)).toEqual([]);
});
