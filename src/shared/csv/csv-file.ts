import { maxCsvBodyKiB } from '#contract/csv.ts';
import { detectEncoding, toUtf8, type Encoding } from './text-encoding.ts';

/** A chosen file with its content, or the reason why it cannot be read. */
export type ChosenFile = ChosenText | ChosenWorkbook | RefusedFile;

interface ChosenText {
  readonly kind: 'text';
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The detected encoding. */
  readonly encoding: Encoding;
}

interface ChosenWorkbook {
  readonly kind: 'workbook';
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface RefusedFile {
  readonly kind: 'refused';
  readonly fileName: string;
  readonly reason: string;
}

const maxMiB = maxCsvBodyKiB / 1024;

/**
 * Reads a file once, so that the import uses the previewed content even if the file changes on disk meanwhile. The type
 * comes from the first bytes, not from the file name.
 */
export async function chooseFile(file: File): Promise<ChosenFile> {
  const fileName = file.name;
  const refused = (reason: string): RefusedFile => ({ kind: 'refused', fileName, reason });
  if (file.size > maxMiB * 1024 * 1024) return refused(`It is larger than ${String(maxMiB)} MiB. Split it.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return { kind: 'workbook', fileName, bytes };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refused('It is a workbook in the old .xls format. Save it as .xlsx or CSV and choose it again.');
  }
  const encoding = await detectEncoding(bytes);
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, 4_096).includes(0)) {
    return refused('It is a binary file, not a list. Export the list as CSV, text or .xlsx.');
  }
  return { kind: 'text', fileName, bytes, encoding };
}

const startsWith = (bytes: Uint8Array, first: readonly number[]) => first.every((byte, i) => bytes[i] === byte);

/** The text of a file in UTF-8, or the reason why it cannot be read. */
export type ChosenCsv = { readonly kind: 'text'; readonly fileName: string; readonly content: Blob } | RefusedFile;

/** Reads a text file in its detected encoding; refuses workbooks. */
export async function readCsvFile(file: File): Promise<ChosenCsv> {
  const chosen = await chooseFile(file);
  switch (chosen.kind) {
    case 'text':
      return { kind: 'text', fileName: chosen.fileName, content: toUtf8(chosen.bytes, chosen.encoding) };
    case 'workbook':
      return {
        kind: 'refused',
        fileName: chosen.fileName,
        reason: 'It is a workbook. Save it as CSV and choose it again.',
      };
    case 'refused':
      return chosen;
    default:
      return chosen satisfies never;
  }
}
