import { expect, test } from 'vitest';
import { readPastedObjects } from './parse-pasted-objects.ts';
import { addedWords } from './pasted-words.ts';

const md5 = '0cc175b9c0f1b6a831c399e269772661';

test.each([
  [md5, '1 object added.'],
  [`# a list\n\n${md5}  a.exe\n${md5}  b.exe`, '2 objects added. 1 line without an MD5 hash skipped.'],
  [
    `//\n// FCIV\n${md5} a.exe\n${'0'.repeat(40)} b.exe`,
    '1 object added. 2 lines without an MD5 hash skipped. 1 line not read, left in the box.',
  ],
])('%j: %s', (text, words) => {
  expect(addedWords(readPastedObjects(text))).toBe(words);
});
