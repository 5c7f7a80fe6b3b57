import { maxCsvBodyKiB } from '#contract/csv.ts';

/** A file as it was chosen: what it held then, or why it is not text that could be read. */
export type ChosenCsv =
  | { readonly kind: 'text'; readonly fileName: string; readonly content: Blob }
  | { readonly kind: 'refused'; readonly fileName: string; readonly reason: string };

const mostMiB = maxCsvBodyKiB / 1024;

const asUtf8 = 'Save it as “CSV UTF-8” and choose it again.';

/**
 * Keeps what a file holds now, so that what is imported is what was looked at, whatever is written to it meanwhile; its
 * text is for the backend to read. A file that is not UTF-8 by its first bytes is refused, and told what it is.
 */
export async function readCsvFile(file: File): Promise<ChosenCsv> {
  const refused = (reason: string): ChosenCsv => ({ kind: 'refused', fileName: file.name, reason });
  if (file.size > mostMiB * 1024 * 1024) return refused(`It is larger than ${String(mostMiB)} MiB. Split it.`);
  const first = new Uint8Array(await file.slice(0, 4_096).arrayBuffer());
  const [a, b] = first;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return refused(`It is text in UTF-16. ${asUtf8}`);
  if (a === 0x50 && b === 0x4b) return refused(`It is a workbook or an archive, not a CSV file. ${asUtf8}`);
  const zeros = first.filter((byte) => byte === 0).length;
  // Every other byte of Latin text in UTF-16 is zero.
  if (zeros > first.length / 3) return refused(`It looks like text in UTF-16. ${asUtf8}`);
  if (zeros > 0) return refused(`It is a binary file, not text. ${asUtf8}`);
  return { kind: 'text', fileName: file.name, content: new Blob([await file.arrayBuffer()]) };
}
