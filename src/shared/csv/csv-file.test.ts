import { expect, test } from 'vitest';
import { readCsvFile } from './csv-file.ts';

const utf16 = (text: string, order: 'le' | 'be', mark: boolean) =>
  Uint8Array.from(
    (mark ? `\ufeff${text}` : text).split('').flatMap((c) => {
      const [low, high] = [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8];
      return order === 'le' ? [low, high] : [high, low];
    }),
  );

test.each([
  ['UTF-16 of Excel’s “Unicode text”', utf16('Name\tZone', 'le', true), 'It is text in UTF-16.'],
  ['UTF-16 the other way round', utf16('Name\tZone', 'be', true), 'It is text in UTF-16.'],
  ['UTF-16 without a mark', utf16('Name\tZone', 'le', false), 'It looks like text in UTF-16.'],
  ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4), 'It is a workbook or an archive'],
  ['a binary file', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 1, 1, 1, 1), 'It is a binary file'],
])('%s is told as such', async (_, bytes, reason) => {
  expect(await readCsvFile(new File([bytes], 'fleet.csv'))).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining(reason) as string,
  });
});

test('UTF-8 is kept as it is, with or without a mark', async () => {
  for (const text of ['Name\nÄrger', '\ufeffName\nÄrger']) {
    const read = await readCsvFile(new File([text], 'fleet.csv'));
    expect(read).toMatchObject({ kind: 'text', fileName: 'fleet.csv' });
    const kept = read.kind === 'text' ? await read.content.arrayBuffer() : null;
    expect(kept && new TextDecoder('utf-8', { ignoreBOM: true }).decode(kept)).toBe(text);
  }
});
