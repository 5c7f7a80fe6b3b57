/** What a label of a report, a column of a list or a key of a file of data stands for. */
export type HashField = 'md5' | 'hash' | 'fileName' | 'path' | 'algorithm' | 'other';

const words: Readonly<Record<Exclude<HashField, 'other'>, readonly string[]>> = {
  md5: ['md5', 'md5hash', 'md5sum', 'md5checksum', 'md5string', 'filemd5', 'filehashmd5', 'hashmd5', 'processhashmd5'],
  hash: ['hash', 'filehash', 'checksum', 'hashvalue', 'digest', 'hashdigest'],
  fileName: [
    ...['filename', 'name', 'file', 'object', 'objectname', 'originalfilename', 'sample', 'samplename', 'threatname'],
    ...['dateiname', 'datei', 'nomdufichier', 'fichier', 'archivo', 'nombre'],
  ],
  path: ['path', 'filepath', 'fullpath', 'folder', 'folderpath', 'location', 'objectpath', 'pfad', 'chemin', 'ruta'],
  algorithm: ['algorithm', 'algo', 'hashtype', 'algorithmus', 'algorithme'],
};

const others = [
  ...[
    'size',
    'filesize',
    'bytes',
    'sha1',
    'sha224',
    'sha256',
    'sha384',
    'sha512',
    'crc32',
    'crc64',
    'xxh64',
    'ssdeep',
    'tlsh',
  ],
  ...[
    'imphash',
    'vhash',
    'authentihash',
    'richpeheaderhash',
    'permhash',
    'filetype',
    'magic',
    'mimetype',
    'mtime',
    'ctime',
  ],
  ...['verdict', 'threat', 'detection', 'date', 'time', 'timestamp', 'firstseen', 'lastseen', 'comment', 'description'],
];

const byWord = new Map<string, HashField>([
  ...others.map((word) => [word, 'other'] as const),
  ...Object.entries(words).flatMap(([field, those]) =>
    those.map((word) => [word, isField(field) ? field : 'other'] as const),
  ),
]);

function isField(text: string): text is Exclude<HashField, 'other'> {
  return text in words;
}

/** The field that a label means, whatever its case, blanks and signs; undefined for any other text. */
export const fieldOfLabel = (label: string): HashField | undefined =>
  label.length > 60 ? undefined : byWord.get(label.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));

/** A label and what it is said of: `Path : C:\a.exe`, `"md5": "…"`, `<filename>a.exe</filename>`. */
export function labelled(line: string): { readonly field: HashField; readonly value: string } | null {
  const element = /^<(\w+)(?:[^>]*?\btype=["']([\w-]+)["'])?[^>]*>(.*)<\/\1>,?$/.exec(line);
  const pair = element
    ? [element[2] ?? element[1], element[3]]
    : (/^["']?([\w .-]{1,60}?)["']?\s*[:=]\s*(.*)$/.exec(line) ?? []).slice(1);
  const [label, value] = pair;
  const field = label === undefined ? undefined : fieldOfLabel(label);
  return field === undefined || value === undefined ? null : { field, value: unquoted(value.replace(/,$/, '')) };
}

/** Without the quotes around it. */
export const unquoted = (text: string): string =>
  /^\s*(["'`“‘«[(])([\s\S]*)(["'`”’»\])])\s*$/.exec(text)?.[2]?.trim() ?? text.trim();
