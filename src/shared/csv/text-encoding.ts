/** Encodings that a file may be in, by the names of the WHATWG Encoding standard, as people call them. */
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

/** What the detector calls an encoding, where a browser knows it under another name, or knows a larger one that holds it. */
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

/** The detector looks at so many bytes. */
const sampledBytes = 64 * 1024;

/**
 * The encoding that text is most likely in: by its byte order mark, by the zeros of UTF-16, as UTF-8 where it is that to the
 * last byte, and else by the frequency of its letters. The detector is loaded only where it comes to that.
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

const mostFrequent = 'windows-1252';

const textIn = (bytes: Uint8Array, encoding: Encoding) => new TextDecoder(encoding).decode(bytes);

async function detectByFrequency(bytes: Uint8Array): Promise<Encoding> {
  const { detectAll } = await import('jschardet');
  // Letters beyond ASCII tell encodings apart, and stand far from each other in a list: only their surroundings are looked at.
  const sample = nonAsciiSample(bytes);
  for (const { encoding } of detectAll(sample)) {
    const name = encoding?.toLowerCase() ?? '';
    const known = isEncoding(name) ? name : encodingAliases[name];
    if (known === undefined || known.startsWith('utf')) continue;
    // Quotes and dashes are the same bytes in many encodings: then the most frequent one is told.
    return textIn(sample, known) === textIn(sample, mostFrequent) ? mostFrequent : known;
  }
  return mostFrequent;
}

/** Each word with a byte beyond ASCII, with the words beside it. */
function nonAsciiSample(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let until = -1;
  for (let at = 0; at < bytes.length && kept.length < sampledBytes; at += 1) {
    if ((bytes[at] ?? 0) >= 0x80 && at > until) {
      for (let from = Math.max(until + 1, at - 20); from < at; from += 1) kept.push(bytes[from] ?? 0);
    }
    if ((bytes[at] ?? 0) >= 0x80) until = at + 20;
    if (at <= until) kept.push(bytes[at] ?? 0);
  }
  return Uint8Array.from(kept);
}

/** Every other byte of UTF-16 is zero where the text is Latin, and of a list in any language its separators are. */
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

/** Text in UTF-8, without a byte order mark. What cannot be read in the encoding is U+FFFD. */
export function toUtf8(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): Blob {
  // What is UTF-8 already is handed on as it is: the page need not read it.
  return encoding === 'utf-8' ? new Blob([bytes]) : new Blob([textIn(bytes, encoding)]);
}
