import type { InventoryReading } from '#contract/inventory-reading.ts';
import { chooseFile } from '#src/shared/csv/csv-file.ts';
import { toUtf8, type Encoding } from '#src/shared/csv/text-encoding.ts';

interface Sheet {
  readonly name: string;
  readonly text: string;
}

/** The text that is sent, and how it was taken out of the file. */
export type ImportSource = {
  readonly fileName: string;
  readonly content: Blob;
  /** What is known of its form beforehand. */
  readonly reading: InventoryReading;
} & (
  | {
      readonly kind: 'text';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly encoding: Encoding;
      readonly detected: Encoding;
    }
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[]; readonly sheet: number }
);

/** A chosen file as a source; or why nothing of it can be read. */
export type OpenedFile =
  | { readonly kind: 'source'; readonly source: ImportSource }
  | { readonly kind: 'refused'; readonly fileName: string; readonly reason: string };

/** Opens a file: text in its likeliest encoding, or the first sheet of a workbook that holds something. */
export async function openFile(file: File): Promise<OpenedFile> {
  const chosen = await chooseFile(file);
  switch (chosen.kind) {
    case 'refused':
      return chosen;
    case 'text': {
      const { fileName, bytes, encoding } = chosen;
      const text = { kind: 'text', bytes, encoding, detected: encoding } as const;
      return { kind: 'source', source: { fileName, content: toUtf8(bytes, encoding), reading: {}, ...text } };
    }
    case 'workbook':
      return openWorkbook(chosen.fileName, chosen.bytes);
    default:
      return chosen satisfies never;
  }
}

async function openWorkbook(fileName: string, bytes: Uint8Array): Promise<OpenedFile> {
  const refused = (reason: string): OpenedFile => ({ kind: 'refused', fileName, reason });
  try {
    const { readWorkbook } = await import('#src/shared/csv/read-workbook.ts');
    const sheets = await readWorkbook(bytes);
    if (sheets.length === 0) return refused('No sheet of this workbook holds anything.');
    return { kind: 'source', source: sourceOfSheet(fileName, sheets, 0) };
  } catch {
    return refused('It is no .xlsx workbook, or it is damaged. Save the list as CSV and choose it again.');
  }
}

const sourceOfSheet = (fileName: string, sheets: readonly Sheet[], sheet: number): ImportSource => ({
  kind: 'workbook',
  fileName,
  sheets,
  sheet,
  content: new Blob([sheets[sheet]?.text ?? '']),
  reading: { separator: '\t' },
});

/** The same file, read in another encoding; a workbook has none. */
export const inEncoding = (source: ImportSource, encoding: Encoding): ImportSource =>
  source.kind === 'text' ? { ...source, encoding, content: toUtf8(source.bytes, encoding) } : source;

/** Another sheet of the same workbook. */
export const onSheet = (source: ImportSource, sheet: number): ImportSource =>
  source.kind === 'workbook' ? sourceOfSheet(source.fileName, source.sheets, sheet) : source;
