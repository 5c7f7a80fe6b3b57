import Papa from 'papaparse';
import { hashesIn, md5In } from '#domain/response/hash-text.ts';
import { fieldOfLabel } from './hash-labels.ts';
import { objectOf, type LineObject } from './parse-hash-line.ts';

/** The columns of a list with a header line. */
export interface HashColumns {
  readonly separator: string;
  readonly md5: number;
  readonly fileName: number;
  readonly path: number;
  readonly width: number;
}

/** The columns of a header line that names a hash; null for any other line. The header of hashdeep begins with `%%%%`. */
export function columnsOf(line: string): HashColumns | null {
  if (hashesIn(line).length > 0) return null;
  for (const separator of [',', ';', '\t', '|']) {
    const fields = split(line.replace(/^%+\s*/, ''), separator).map(fieldOfLabel);
    const md5 = fields.includes('md5') ? fields.indexOf('md5') : fields.indexOf('hash');
    const known = fields.filter((field) => field !== undefined).length;
    if (fields.length < 2 || md5 < 0 || known < fields.length / 2) continue;
    const [fileName, path] = [fields.indexOf('fileName'), fields.indexOf('path')];
    return { separator, md5, fileName, path, width: fields.length };
  }
  return null;
}

/** The object of a row; null if its hash column has no MD5 hash. */
export function objectOfRow(line: string, columns: HashColumns): LineObject | null {
  const cells = split(line, columns.separator);
  // hashdeep writes the name last, and puts no quotes around one with a comma.
  const last = cells.slice(columns.width - 1).join(columns.separator);
  const cell = (i: number) => (i === columns.width - 1 ? last : (cells[i] ?? '')).trim();
  const md5 = md5In(cell(columns.md5));
  if (md5 === undefined) return null;
  const [name, path] = [cell(columns.fileName), cell(columns.path)];
  return name === '' || path === ''
    ? objectOf(md5, name || path)
    : { ...objectOf(md5, name), path: folderOf(path, name) };
}

/** The folder of a path, with or without the file name. */
export const folderOf = (path: string, name: string): string =>
  path.endsWith(name) && /[\\/]$/.test(path.slice(0, -name.length)) ? objectOf('', path).path : path;

function split(line: string, separator: string): readonly string[] {
  const row = separator === '|' ? line.replace(/^\s*\|/, '').replace(/\|\s*$/, '') : line;
  return Papa.parse<string[]>(row, { delimiter: separator }).data[0] ?? [];
}
