import type { z } from 'zod';
import type { detectedObjectSchema } from '#contract/tasks.ts';
import { hashesIn } from '#domain/response/hash-text.ts';
import { columnsOf, folderOf, objectOfRow, type HashColumns } from './parse-hash-columns.ts';
import { fieldOfLabel, labelled, type HashField } from './hash-labels.ts';
import { objectOf, objectsOfLine, type LineObject } from './parse-hash-line.ts';

type DetectedObject = z.input<typeof detectedObjectSchema>;

/** What pasted lines say, and which of them could not be read. */
export interface Pasted {
  readonly objects: readonly DetectedObject[];
  /** The lines whose hash is no MD5 hash, one below the other; all of the text where no MD5 hash was found. */
  readonly left: string;
  /** Why not, one for each line of `left`, whose lines count from 1. */
  readonly errors: readonly string[];
  /** How many lines hold no hash: headings, comments and the like. */
  readonly skipped: number;
}

/** The lines of a report that belong together. */
interface Entry {
  readonly lines: string[];
  readonly message: Map<HashField, string>;
}

/**
 * Reads the lists that hash tools and reports print: md5sum and the other coreutils, BSD, openssl, rhash, hashdeep and
 * md5deep, FCIV, 7-Zip, certutil, Get-FileHash as a table or a list, CSV and tables with headings, labels with values, or
 * mere hashes, with or without names.
 */
export function readPastedObjects(text: string): Pasted {
  const found: LineObject[] = [];
  const left: string[] = [];
  let skipped = 0;
  let columns: HashColumns | null = null;
  let entry: Entry = { lines: [], message: new Map() };
  let label: HashField | null = null;

  const pass = (line: string) => {
    if (problemOf(line) === null) skipped += 1;
    else left.push(line);
  };
  const finish = () => {
    const object = objectOfEntry(entry);
    if (object) found.push(object);
    else entry.lines.forEach(pass);
    entry = { lines: [], message: new Map() };
    label = null;
  };
  const say = (field: HashField, value: string, line: string) => {
    const hashField = field === 'md5' || field === 'hash';
    if (field !== 'other' && (entry.message.has(field) || (hashField && objectOfEntry(entry)))) finish();
    entry.lines.push(line);
    if (field !== 'other') entry.message.set(field, value);
  };

  for (const line of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n\0]/)
    .map((each) => each.trimEnd())) {
    const bare = line.trim();
    const pair = labelled(bare);
    const named: HashColumns | null = columns ? null : columnsOf(bare);
    const ofFile = certutil.exec(bare);
    if (bare === '') finish();
    else if (named) {
      finish();
      columns = named;
      skipped += 1;
    } else if (/^(?:#|\/\/|%%|--|==)|^;(?!\S*[;,])/.test(bare)) skipped += 1;
    else if (ofFile) {
      finish();
      say('path', ofFile[2] ?? '', bare);
      say('algorithm', ofFile[1] ?? '', bare);
      label = 'hash';
    } else if (label !== null && !pair) {
      say(label, bare, bare);
      label = null;
    } else if (pair && (pair.value === '' || isAlone(pair.value) || hashesIn(pair.value).length === 0)) {
      if (pair.value === '') label = pair.field;
      else say(pair.field, pair.value, bare);
    } else if (fieldOfLabel(bare) !== undefined) label = fieldOfLabel(bare) ?? null;
    else {
      const row = columns ? objectOfRow(bare, columns) : null;
      const objects = row ? [row] : objectsOfLine(line.replace(/^\s+(?=\D)/, ''));
      if (objects !== null && objects.length > 0) {
        finish();
        found.push(...objects);
      } else if (objects === null) skipped += 1;
      else pass(bare);
    }
  }
  finish();

  const objects = withNames(distinct(found));
  if (objects.length === 0 && left.length === 0)
    return { objects, left: text, errors: ['No MD5 hash of 32 hexadecimal digits was found.'], skipped: 0 };
  return { objects, left: left.join('\n'), errors: left.map((line, i) => problemOf(line, i + 1) ?? ''), skipped };
}

/** In English and some other languages: `MD5 hash of a.exe:`, of Windows 7 `MD5 hash of file a.exe:`; the hash is below. */
const certutil = /^(?:\S+ )?(MD\d|SHA-?\d+)(?:[ -]hash)? (?:of file|of|von|de|di) (.+?) ?:$/i;

const isAlone = (text: string) => {
  const [hash, ...more] = hashesIn(text);
  return hash !== undefined && more.length === 0 && hash.end - hash.start === text.length;
};

function objectOfEntry({ message }: Entry): LineObject | null {
  const [hash] = hashesIn(message.get('md5') ?? message.get('hash') ?? '');
  const algorithm = message.get('algorithm');
  if (hash?.kind !== 'md5' || (!message.has('md5') && algorithm !== undefined && fieldOfLabel(algorithm) !== 'md5'))
    return null;
  const [name, path] = [message.get('fileName') ?? '', message.get('path') ?? ''];
  return name === '' || path === ''
    ? objectOf(hash.digits, name || path)
    : { ...objectOf(hash.digits, name), path: folderOf(path, name) };
}

/** Why a line that holds something like a hash cannot be read; null for any other line. */
function problemOf(line: string, number = 1): string | null {
  if (hashesIn(line).some(({ digits }) => digits.length >= 40))
    return `Line ${String(number)} holds a SHA hash; an MD5 hash of 32 digits is needed.`;
  const cut = /(?<![\w/\\.-])(?=\d*[a-f])[0-9a-f]{24,39}(?![\w./\\-])/i.exec(line)?.[0].length;
  if (cut === undefined || cut === 32) return null;
  return `Line ${String(number)} holds ${String(cut)} hexadecimal digits; an MD5 hash has 32.`;
}

/** Once each: a sum below a list repeats the hash of the only file without its name. */
function distinct(objects: readonly LineObject[]): LineObject[] {
  const named = new Set(objects.flatMap(({ md5, fileName }) => (fileName === '' ? [] : [md5])));
  const seen = new Set<string>();
  return objects.filter(({ md5, fileName, path }) => {
    const key = JSON.stringify([md5, fileName, path]);
    if (seen.has(key) || (fileName === '' && named.has(md5))) return false;
    seen.add(key);
    return true;
  });
}

const withNames = (objects: readonly LineObject[]): DetectedObject[] =>
  objects.map((object, i) => ({ ...object, fileName: object.fileName || `object-${String(i + 1)}` }));
