import { expect, test } from 'vitest';
import { chooseFile, readCsvFile } from './csv-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each([
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), 'It is a workbook in the old .xls format.'],
  ['a binary file', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 0, 3, 1, 1, 1, 1), 'It is a binary file'],
])('%s is told as such', async (_, bytes, reason) => {
  expect(await chooseFile(new File([bytes], 'fleet.csv'))).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining(reason) as string,
  });
});

test('a workbook is recognised whatever its name, and refused as a file of detections', async () => {
  const file = new File([Uint8Array.of(0x50, 0x4b, 3, 4)], 'fleet.csv');
  expect(await chooseFile(file)).toMatchObject({ kind: 'workbook', fileName: 'fleet.csv' });
  expect(await readCsvFile(file)).toMatchObject({ kind: 'refused' });
});

test('a text file keeps its bytes and has its encoding detected', async () => {
  const chosen = await chooseFile(new File([bytesOf('Name\nÄrger')], 'fleet.csv'));
  expect(chosen).toMatchObject({ kind: 'text', fileName: 'fleet.csv', encoding: 'utf-8' });
});

test('a list in another encoding is transcoded to UTF-8', async () => {
  const bytes = Uint8Array.from([...bytesOf('Ger'), 0xe4, ...bytesOf('tename\nA')]);
  const read = await readCsvFile(new File([bytes], 'fleet.csv'));
  expect(read.kind === 'text' && (await read.content.text())).toBe('Gerätename\nA');
});
