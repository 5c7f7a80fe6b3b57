/** A text that may be a hash, where it stands, and of which kind its length says it is. */
export interface HashText {
  /** Its digits in lower case, without what stood between them. */
  readonly digits: string;
  readonly kind: 'md5' | 'other';
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** CRC-64, SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512 by their hexadecimal digits; 32 are an MD5. */
const otherLengths = new Set([16, 40, 56, 64, 96, 128]);

/** Hashes of 32 digits that are no MD5, in the words that stand before them. */
const notMd5 =
  /(?:^|[^a-z])(?:imp-?hash|import hash|v-?hash|rich(?:[ _-]?pe)?(?:[ _-]?header)?[ _-]?hash|pe-?hash|sym-?hash|d-?hash|telf-?hash|hassh|ja3s?|ja4\w*|nt-?lm|nt hash|lm hash|md2|md4|ripemd-?128|haval128|tiger128|xxh(?:3_)?128|uuid|guid)[\s"'`:=>()[\]-]*$/i;

/** Of a byte each, as `openssl -c` and older Windows print them: `0c:c1:75:…`. */
const pairs = /(?<![\w:])[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){14,}(?![\w:])/gi;
/** Neither part of a word nor of a file's name, nor the sum over several files that 7-Zip prints as `…-00000001`. */
const digitsAlone = /(?<![\w/])(?<!\w[\\.-])[0-9a-f]{16,128}(?!\w|[\\/]|\.\w|-[0-9a-f])/gi;
/** A word that holds an address, as of a report on a file; its last part may be the hash. */
const address = /[^\s"'<>()[\],;]+/g;
const endOfAddress = /^[0-9a-f]{32,128}$/i;

/**
 * The hashes within a line of text, in their order. What is marked as another hash of 32 digits, such as an imphash, is
 * none.
 *
 * @example
 * hashesIn('MD5: 0cc175b9c0f1b6a831c399e269772661'); // one of kind md5
 */
export function hashesIn(line: string): readonly HashText[] {
  const whole = wholeLine(line);
  if (whole) return [whole];
  const found = [...matches(line, pairs), ...matches(line, digitsAlone)];
  return (found.length > 0 ? found : inAddresses(line)).sort((a, b) => a.start - b.start);
}

/** The one MD5 hash of a text; undefined where it holds none. Of several the one that is called so, or else the first. */
export function md5In(text: string): string | undefined {
  const md5s = hashesIn(text).filter(({ kind }) => kind === 'md5');
  return (md5s.find(({ start }) => /md5\W*$/i.test(text.slice(0, start))) ?? md5s[0])?.digits;
}

/** A path → its folder and the file's name. What ends with a separator is a folder: it has no file name. */
export function splitPath(text: string): { readonly path: string; readonly fileName: string } {
  const at = Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
  if (at < 0) return { path: '', fileName: text };
  const folder = text.slice(0, at);
  // The folder of C:\a.exe is C:\, that of /a.exe is /.
  return { path: /^(?:[a-z]:)?$/i.test(folder) ? text.slice(0, at + 1) : folder, fileName: text.slice(at + 1) };
}

/** Digits in groups of one size over a whole line, as older versions of certutil print them; a GUID has other groups. */
function wholeLine(line: string): HashText | null {
  const text = line.trim();
  const groups = text.split(/[ :-]/);
  const size = groups[0]?.length ?? 0;
  const digits = groups.join('').toLowerCase();
  const even = [2, 4, 8].includes(size) && groups.every((group) => group.length === size);
  if (!even || !/^[0-9a-f]+$/.test(digits)) return null;
  const kind = kindOf(digits);
  const start = line.indexOf(text);
  return kind === null ? null : { digits, kind, start, end: start + text.length };
}

function matches(line: string, pattern: RegExp): HashText[] {
  return [...line.matchAll(pattern)].flatMap(({ 0: text, index }) => {
    const digits = text.replaceAll(/[:-]/g, '').toLowerCase();
    const kind = kindOf(digits);
    if (kind === null) return [];
    const other = kind === 'md5' && notMd5.test(line.slice(0, index));
    return [{ digits, kind: other ? ('other' as const) : kind, start: index, end: index + text.length }];
  });
}

function inAddresses(line: string): HashText[] {
  if (!line.includes('://')) return [];
  return [...line.matchAll(address)].flatMap(({ 0: word, index }) => {
    const at = word.includes('://') ? word.lastIndexOf('/') + 1 : word.length;
    const text = word.slice(at);
    const kind = endOfAddress.test(text) ? kindOf(text) : null;
    if (kind === null) return [];
    return [{ digits: text.toLowerCase(), kind, start: index + at, end: index + word.length }];
  });
}

function kindOf({ length }: string): HashText['kind'] | null {
  if (length === 32) return 'md5';
  return otherLengths.has(length) ? 'other' : null;
}
