/** Supported encodings: the names of the WHATWG Encoding standard with labels for people. */
export const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Western (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic (Windows-1256)',
  'windows-1257': 'Baltic (Windows-1257)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  ibm866: 'Cyrillic (DOS 866)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC)',
  'euc-kr': 'Korean (EUC)',
  gb18030: 'Chinese (GB 18030)',
  big5: 'Chinese (Big5)',
} as const;

export type Encoding = keyof typeof encodings;

export const isEncoding = (name: string): name is Encoding => name in encodings;

/** Names of the detector whose encoding a browser knows under another name, or as part of a larger encoding. */
const encodingAliases: Readonly<Record<string, Encoding>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-15': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-5': 'windows-1251',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
  'koi8-u': 'koi8-r',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
};

const sampledBytes = 64 * 1024;

/**
 * Detects the encoding of a text: by its byte order mark, by the zero bytes of UTF-16, as UTF-8 if every byte is valid, and
 * otherwise by letter frequency. The detector is loaded only for the last case.
 */
export async function detectEncoding(bytes: Uint8Array): Promise<Encoding> {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const unmarked = detectUtf16(bytes.subarray(0, 4_096));
  if (unmarked) return unmarked;
  if (isUtf8(bytes)) return 'utf-8';
  return detectByFrequency(bytes);
}

const mostCommon = 'windows-1252';

const textIn = (bytes: Uint8Array, encoding: Encoding) => new TextDecoder(encoding).decode(bytes);

async function detectByFrequency(bytes: Uint8Array): Promise<Encoding> {
  const { detectAll } = await import('jschardet');
  // Only non-ASCII letters tell encodings apart, and they are rare in a list: the sample holds only their surroundings.
  const sample = nonAsciiSample(bytes);
  for (const { encoding } of detectAll(sample)) {
    const name = encoding?.toLowerCase() ?? '';
    const known = isEncoding(name) ? name : encodingAliases[name];
    if (known === undefined || known.startsWith('utf')) continue;
    // Quotes and dashes are the same bytes in many encodings: prefer the most common encoding then.
    return textIn(sample, known) === textIn(sample, mostCommon) ? mostCommon : known;
  }
  return mostCommon;
}

/** Each non-ASCII byte with the 20 bytes on either side. */
function nonAsciiSample(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  let until = -1;
  for (let at = 0; at < bytes.length && sample.length < sampledBytes; at += 1) {
    if ((bytes[at] ?? 0) >= 0x80 && at > until) {
      for (let from = Math.max(until + 1, at - 20); from < at; from += 1) sample.push(bytes[from] ?? 0);
    }
    if ((bytes[at] ?? 0) >= 0x80) until = at + 20;
    if (at <= until) sample.push(bytes[at] ?? 0);
  }
  return Uint8Array.from(sample);
}

/** UTF-16 without a byte order mark: every other byte of Latin text is zero, as are those of separators in any language. */
function detectUtf16(first: Uint8Array): Encoding | null {
  const zeros = { even: 0, odd: 0 };
  first.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  const some = first.length / 20;
  if (zeros.odd > some && zeros.even === 0) return 'utf-16le';
  return zeros.even > some && zeros.odd === 0 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Transcodes to UTF-8 without a byte order mark. Invalid bytes become U+FFFD. */
export function toUtf8(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): Blob {
  // Already UTF-8: no need to decode it here.
  return encoding === 'utf-8' ? new Blob([bytes]) : new Blob([textIn(bytes, encoding)]);
}
