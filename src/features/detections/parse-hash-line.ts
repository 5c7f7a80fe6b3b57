import { hashesIn, splitPath, type HashText } from '#domain/response/hash-text.ts';
import { fieldOfLabel, labelled, unquoted } from './hash-labels.ts';

export interface LineObject {
  readonly md5: string;
  /** Empty if the line has no name. */
  readonly fileName: string;
  readonly path: string;
}

/** md5sum, with or without `-b`; a name with a line break or a backslash is escaped, and the line begins with a backslash. */
const coreutils = /^(\\?)([0-9a-f]{32}) [ *](\S.*)$/i;
/** BSD's md5, `md5sum --tag`, rhash and openssl. */
const tagged = /^(\\?)([\w/-]+)\s*\((.*)\)\s?= ?([0-9a-f:]+)$/i;
/** 7-Zip: the size, right-aligned, and a name; the line of sums below the list has none. */
const sizeAndName = /^\s+\d+(?: {2}(\S.*)|\s*)$/;
/** The total that 7-Zip prints below its list. */
const overall = /^[\w-]+ +for data(?: and names)?: /i;

/**
 * The objects of a line: one for each hash labelled MD5, otherwise for each hash of 32 digits. A name belongs to the first.
 * @returns null for a line that is not an object, such as the totals below a list
 */
export function objectsOfLine(line: string): readonly LineObject[] | null {
  if (overall.test(line)) return null;
  const sum = coreutils.exec(line);
  if (sum && !sizeAndName.test(line.slice(32))) {
    const [, escaped, md5 = '', name = ''] = sum;
    return [objectOf(md5, escaped === '\\' ? unescaped(name) : name)];
  }
  const tag = tagged.exec(line);
  if (tag) {
    const [, escaped, algorithm = '', name = '', digits = ''] = tag;
    const [hash] = hashesIn(digits);
    if (fieldOfLabel(algorithm) !== 'md5' || hash?.kind !== 'md5') return [];
    return [objectOf(hash.digits, escaped === '\\' ? unescaped(name) : name)];
  }
  return objectsOfAnyForm(line);
}

function objectsOfAnyForm(line: string): readonly LineObject[] | null {
  const hashes = hashesIn(line);
  const md5s = hashes.filter(({ kind }) => kind === 'md5');
  const called = md5s.filter(({ start }) => /md5\W*$/i.test(line.slice(0, start)));
  const [chosen, ...more] = called.length > 0 ? called : md5s;
  if (!chosen) return [];
  const before = cellsOf(withoutHashes(line, hashes, 0, chosen.start));
  const size = sizeAndName.exec(withoutHashes(line, hashes, chosen.end, line.length));
  if (size && size[1] === undefined && before.every((cell) => /^[0-9A-F]{8}$/.test(cell))) return null;
  const after = size?.[1] === undefined ? cellsOf(withoutHashes(line, hashes, chosen.end, line.length)) : [size[1]];
  const names = [...before, ...after];
  const first = objectOf(chosen.digits, names.find(looksLikeFile) ?? names[0] ?? '');
  return [first, ...more.map(({ digits }) => objectOf(digits, ''))];
}

const looksLikeFile = (text: string) => /[\\/]|\.[a-z]\w{0,9}$/i.test(text);

const withoutHashes = (line: string, hashes: readonly HashText[], from: number, to: number) =>
  hashes
    .filter(({ start, end }) => start >= from && end <= to)
    .reduceRight(
      (text, { start, end }) => `${text.slice(0, start - from)} ${text.slice(end - from)}`,
      line.slice(from, to),
    );

/** The cells beside the hashes, without labels, numbers, instants, comments and separators. */
const cellsOf = (text: string): string[] =>
  text
    .replaceAll(/<[^<>]*>/g, ' ')
    .replace(/(?:^|\s)(?:#|\/\/)(?:\s.*)?$/, '')
    .split(/[,;\t|]|\s{2,}/)
    .flatMap((cell) => {
      const bare = cell.replace(hashLabel, '').replace(bullet, '').replace(separators, '').trim();
      const name = stixName.exec(bare)?.[1] ?? labelled(bare)?.value ?? unquoted(bare);
      // The URL of a report ends with the hash and is not a file name.
      return /[\p{L}\p{N}]/u.test(name) && !/:\/\/.*\/$/.test(name) && !/^[\d.,:\s-]+$/.test(name) && !isLabel(name)
        ? [name]
        : [];
    });

/** The label before a hash: `MD5:`, `[file:hashes.MD5 =`, `md5=`. */
const hashLabel = /(?:^|(?<=\s))[[("'{\w.:-]*(?:md5|hash)[\w.]*["')\]]*\s*(?:[:=-]|=>)?\s*["'([]*$/i;
const stixName = /\bfile:name\s*=\s*'([^']+)'?/;
const bullet = /^\s*(?:[*•-]|\d+[.)])\s+/;
const separators = /^[\s:=>\])}"'`-]+(?=\s|$)|[\s:=<[({"'`>–—-]+$/g;

const isLabel = (text: string) => ['md5', 'hash', 'algorithm', 'other'].includes(fieldOfLabel(text) ?? '');

/** `\n`, `\r` and `\\` of a name that md5sum escaped; a line break becomes a blank, since a file name here has none. */
const unescaped = (name: string) => name.replaceAll(/\\([nr\\])/g, (_, sign: string) => (sign === '\\' ? '\\' : ' '));

/** The timestamp that md5deep -t prints before a name. */
const md5deepTime = /^\d{4}(?::\d\d){5}\s+/;

/** An object from its hash and its name or path. A placeholder for standard input or a comment is not a name. */
export function objectOf(md5: string, name: string): LineObject {
  const text = unquoted(name.replace(md5deepTime, '').replace(/^\*(?=\S)/, ''));
  const nameless = /^(?:-|stdin|(?:#|\/\/)\s.*)$/i.test(text);
  return { md5: md5.toLowerCase(), ...(nameless ? { fileName: '', path: '' } : splitPath(text)) };
}
