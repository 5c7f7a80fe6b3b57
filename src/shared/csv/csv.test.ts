import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test.each([
  ['plain text', 'Berlin', 'Berlin'],
  ['a comma', 'a,b', '"a,b"'],
  ['a quote', 'a"b', '"a""b"'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a formula', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['a sum', '+1', "'+1"],
  ['a minus', '-1', "'-1"],
  ['an at sign', '@A1', "'@A1"],
  ['a tab first', '\t=1', "'\t=1"],
])('%s is written so that it is read as text', (_, text, written) => {
  expect(csvOf(['Name'], [[text]])).toBe(`\uFEFFName\r\n${written}\r\n`);
});
