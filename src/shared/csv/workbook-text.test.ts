import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { sheetTexts } from './workbook-text.ts';

test('each sheet becomes tab-separated text with cells as displayed', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Cover', rows: [] },
      {
        name: 'Devices',
        columns: [{}, { style: { numFmt: '000000' } }, { style: { numFmt: 'dd.mm.yyyy' } }, {}],
        rows: [
          ['Name', 'Tag', 'Bought', 'Note'],
          ['PC-1', 123, new Date('2026-11-24T00:00:00Z'), 'two\nlines'],
          ['PC-2', 45, null, 'a "quoted"\tword'],
        ],
      },
    ],
  });
  const sheets = await sheetTexts(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['Cover', 'Devices']);
  expect(sheets[0]?.text).toBe('');
  expect(sheets[1]?.text.split('\n')).toEqual([
    'Name\tTag\tBought\tNote',
    'PC-1\t000123\t24.11.2026\ttwo lines',
    'PC-2\t000045\t\t"a ""quoted"" word"',
  ]);
});

test('a file that is not a workbook is refused', async () => {
  await expect(sheetTexts(Uint8Array.of(0x50, 0x4b, 3, 4))).rejects.toThrow();
});
