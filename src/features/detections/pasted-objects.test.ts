import { expect, test } from 'vitest';
import { readPastedObjects } from './pasted-objects.ts';

const md5 = '0123456789abcdef0123456789ABCDEF';

test.each([
  [md5, 'object-1'],
  [`invoice final.scr ${md5}`, 'invoice final.scr'],
  [`a.exe;${md5}`, 'a.exe'],
  [`a.exe,\t${md5}`, 'a.exe'],
])('%j is an object', (line, fileName) => {
  expect(readPastedObjects(`\n${line}\r\n`)).toEqual({ objects: [{ fileName, path: '', md5 }], left: '', errors: [] });
});

test('what is no MD5 is left over, and named by its line there', () => {
  const { objects, left, errors } = readPastedObjects(`${md5}\nnonsense\n${'a'.repeat(64)}`);
  expect(objects).toHaveLength(1);
  expect(left).toBe(`nonsense\n${'a'.repeat(64)}`);
  expect(errors).toEqual([
    'Line 1 does not end with an MD5 hash of 32 hexadecimal digits.',
    'Line 2 holds a SHA hash; an MD5 hash of 32 digits is needed.',
  ]);
});
