import { formatValue } from 'hucre';
import { readXlsx } from 'hucre/xlsx';

type Sheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

/** A sheet of a workbook as the text of a file. */
export interface SheetText {
  readonly name: string;
  /** Tab-separated, one row per line; empty for an empty sheet. */
  readonly text: string;
}

/**
 * The sheets of a workbook with each cell as a spreadsheet displays it: dates in the format of their cell, `000123` with its
 * zeros. A date in the general format becomes ISO 8601. Line breaks within a cell become blanks.
 * @throws Error if it is not a workbook
 */
export async function sheetTexts(bytes: Uint8Array): Promise<readonly SheetText[]> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.map((sheet) => ({ name: sheet.name, text: textOf(sheet) }));
}

function textOf(sheet: Sheet): string {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const lines = sheet.rows.map((row, r) =>
    Array.from({ length: width }, (_, c) =>
      quotedWhereNeeded(displayText(row[c], sheet.cells?.get(`${String(r)},${String(c)}`)?.style?.numFmt)),
    ).join('\t'),
  );
  return lines.every((line) => line.trim() === '') ? '' : lines.join('\n');
}

function displayText(value: Sheet['rows'][number][number] | undefined, format = 'General'): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    return format === 'General' ? value.toISOString().replace(/T00:00:00\.000Z$/, '') : formatValue(value, format);
  }
  if (typeof value === 'number')
    return format === 'General' || format === '@' ? String(value) : formatValue(value, format);
  return String(value).replaceAll(/\s*[\r\n\t]+\s*/g, ' ');
}

const quotedWhereNeeded = (text: string) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);
