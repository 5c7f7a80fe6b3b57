import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPastedObjects } from './parse-pasted-objects.ts';

const a = '0cc175b9c0f1b6a831c399e269772661';
const b = '92eb5ffee6ae2fec3ad71c777531578f';
const c = '4a8a08f09d37b73795649038408b5f33';
const sha1 = '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8';
const sha256 = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
const crc = 'E8B7BE43 330284772E652B05';

/** What the tools print, and what is meant: `hash|folder|name` of each object. */
const printed: readonly (readonly [tool: string, text: string, objects: readonly string[], skipped: number])[] = [
  ['a hash', a, [`${a}||object-1`], 0],
  ['a hash in capitals', a.toUpperCase(), [`${a}||object-1`], 0],
  ['a name and a hash', `invoice final.scr ${a}`, [`${a}||invoice final.scr`], 0],
  ['a name; a hash', `a.exe;${a}\nb.exe,\t${b}`, [`${a}||a.exe`, `${b}||b.exe`], 0],
  [
    'md5sum',
    `${a}  a.exe\n${b}  with space.txt\n${c}  sub/inner.dll`,
    [`${a}||a.exe`, `${b}||with space.txt`, `${c}|sub|inner.dll`],
    0,
  ],
  ['md5sum -b', `${a} *a.exe\n${b} *with space, and comma.txt`, [`${a}||a.exe`, `${b}||with space, and comma.txt`], 0],
  [
    'md5sum of odd names',
    `\\${a}  line\\nbreak\n\\${b}  back\\\\slash.bin`,
    [`${a}||line break`, `${b}|back|slash.bin`],
    0,
  ],
  ['md5sum of a file that is called by its hash', `${a}  ${a}`, [`${a}||${a}`], 0],
  ['md5sum --zero', `${a}  a.exe\0${b}  b.exe\0`, [`${a}||a.exe`, `${b}||b.exe`], 0],
  ['md5sum of the standard input', `${a}  -`, [`${a}||object-1`], 0],
  ['md5sum --tag', `MD5 (a.exe) = ${a}\n\\MD5 (line\\nbreak) = ${b}`, [`${a}||a.exe`, `${b}||line break`], 0],
  ['rhash --bsd', `MD5   (a (1).exe) = ${a}`, [`${a}||a (1).exe`], 0],
  [
    'openssl dgst -md5',
    `MD5(a.exe)= ${a}\nMD5(with space.txt)= ${b}\nMD5(stdin)= ${c}`,
    [`${a}||a.exe`, `${b}||with space.txt`, `${c}||object-3`],
    0,
  ],
  ['openssl md5 -c', 'MD5(a.exe)= 0c:c1:75:b9:c0:f1:b6:a8:31:c3:99:e2:69:77:26:61', [`${a}||a.exe`], 0],
  [
    'hashdeep',
    `%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n## Invoked from: /tmp/h\n## # hashdeep a.exe\n## \n1,${a},${sha256},/tmp/h/a.exe\n1,${b},${sha256},/tmp/h/with, comma.txt`,
    [`${a}|/tmp/h|a.exe`, `${b}|/tmp/h|with, comma.txt`],
    5,
  ],
  ['md5deep', `${a}  /tmp/h/a.exe`, [`${a}|/tmp/h|a.exe`], 0],
  ['md5deep -z', `         1  ${a}  /tmp/h/a.exe`, [`${a}|/tmp/h|a.exe`], 0],
  ['md5deep -ktz', `         1  ${a} 2026:11:28:20:45:37 */tmp/h/a.exe`, [`${a}|/tmp/h|a.exe`], 0],
  ['md5deep -c', `${a},a.exe\n${b},sub/inner.dll`, [`${a}||a.exe`, `${b}|sub|inner.dll`], 0],
  [
    'md5deep -d',
    `  <fileobject>\n    <filename>/tmp/h/a.exe</filename>\n    <filesize>1</filesize>\n    <hashdigest type='MD5'>${a}</hashdigest>\n  </fileobject>`,
    [`${a}|/tmp/h|a.exe`],
    2,
  ],
  [
    '7z h -scrcMD5',
    `Scanning\n1 folder, 2 files, 3 bytes (1 KiB)\n\nMD5                                       Size  Name\n-------------------------------- -------------  ------------\n${a}             1  a.exe\n                                                sub/\n${c}             1  sub/inner.dll\n-------------------------------- -------------  ------------\ne836dea745d89dcc01ff46921f34dd23-00000001             2  \n\nMD5    for data:              e836dea745d89dcc01ff46921f34dd23-00000001\nMD5    for data and names:    38fc1201ea43f709a40ff30b21a95ce1-00000001\n\nEverything is Ok`,
    [`${a}||a.exe`, `${c}|sub|inner.dll`],
    10,
  ],
  [
    '7z h of one file, with all hashes',
    `CRC32    CRC64            SHA256  SHA1  MD5  XXH64  SHA384  Size  Name\n${crc} ${sha256} ${sha1} ${a} D24EC4F1A98C6E5B ${sha256}${sha256}             1  a.exe\n-------- ----------------\n${crc} ${sha256} ${sha1} ${a} D24EC4F1A98C6E5B ${sha256}${sha256}             1  \n\nMD5    for data:              ${a}`,
    [`${a}||a.exe`],
    4,
  ],
  ['rhash -MHA --simple', `a.exe  ${a}  ${sha1}  q336in72uwt7zyk5dxolt2xk5i3xmz5y`, [`${a}||a.exe`], 0],
  [
    'FCIV',
    `//\n// File Checksum Integrity Verifier version 2.05.\n//\n${a} c:\\mydir\\a.exe`,
    [`${a}|c:\\mydir|a.exe`],
    3,
  ],
  ['FCIV -both', `\t\tMD5\t\t\t\tSHA-1\n-------------------------\n${a} ${sha1} c:\\a.exe`, [`${a}|c:\\|a.exe`], 2],
  [
    'certutil',
    `MD5 hash of C:\\Temp\\a b.exe:\n${a}\nCertUtil: -hashfile command completed successfully.`,
    [`${a}|C:\\Temp|a b.exe`],
    1,
  ],
  [
    'certutil of Windows 7',
    `MD5 hash of file a.exe:\n0c c1 75 b9 c0 f1 b6 a8 31 c3 99 e2 69 77 26 61\nCertUtil: -hashfile command completed successfully.`,
    [`${a}||a.exe`],
    1,
  ],
  [
    'certutil in German',
    `MD5-Hash von a.exe:\n${a}\nCertUtil: -hashfile-Befehl wurde erfolgreich ausgeführt.`,
    [`${a}||a.exe`],
    1,
  ],
  ['certutil in French', `Hachage MD5 de C:\\a.exe :\n${a}`, [`${a}|C:\\|a.exe`], 0],
  [
    'Get-FileHash',
    `\nAlgorithm       Hash                                                                   Path\n---------       ----                                                                   ----\nMD5             ${a.toUpperCase()}                                       C:\\Temp\\a b.exe\n`,
    [`${a}|C:\\Temp|a b.exe`],
    2,
  ],
  [
    'Get-FileHash | Format-List',
    `Algorithm : MD5\nHash      : ${a.toUpperCase()}\nPath      : C:\\a.exe\n\nAlgorithm : MD5\nHash      : ${b.toUpperCase()}\nPath      : C:\\Temp\\b.exe`,
    [`${a}|C:\\|a.exe`, `${b}|C:\\Temp|b.exe`],
    0,
  ],
  [
    'Get-FileHash | Export-Csv',
    `#TYPE Microsoft.PowerShell.Commands.FileHashInfo\n"Algorithm","Hash","Path"\n"MD5","${a.toUpperCase()}","C:\\Temp\\a, b.exe"`,
    [`${a}|C:\\Temp|a, b.exe`],
    2,
  ],
  [
    'Get-FileHash | ConvertTo-Json',
    `{\n  "Algorithm": "MD5",\n  "Hash": "${a}",\n  "Path": "/tmp/a.exe"\n}`,
    [`${a}|/tmp|a.exe`],
    2,
  ],
  [
    'a report with labels above',
    `MD5\n${a}\nSHA-1\n${sha1}\nSHA-256\n${sha256}\nVhash\n${c}\nImphash\n${b}\nFile type\nWin32 EXE`,
    [`${a}||object-1`],
    0,
  ],
  [
    'a report with labels before',
    `File name: invoice.scr\nMD5: ${a}\nSHA1: ${sha1}\nSHA256: ${sha256}\nImphash: ${b}\n\nFile name: b.dll\nMD5: ${c}\n`,
    [`${a}||invoice.scr`, `${c}||b.dll`],
    0,
  ],
  [
    'several hashes in a line',
    `${sha256} ${sha1} ${a} a.exe\nMD5: ${b}, SHA1: ${sha1}, SHA256: ${sha256}`,
    [`${a}||a.exe`, `${b}||object-2`],
    0,
  ],
  [
    'a sentence',
    `The dropper a.exe (MD5: ${a}) and its DLL (md5=${b}).`,
    [`${a}||The dropper a.exe`, `${b}||object-2`],
    0,
  ],
  [
    'quoted, in brackets, with points of a list',
    `- "${a}"\n* \`${b}\`\n1. [${c}]`,
    [`${a}||object-1`, `${b}||object-2`, `${c}||object-3`],
    0,
  ],
  ['hashes in a row', `${a}, ${b};${c}`, [`${a}||object-1`, `${b}||object-2`, `${c}||object-3`], 0],
  [
    'comments',
    `# Dropper, seen in November\n${a} # first stage\n; ${c}\n// end\n${b}  // second stage`,
    [`${a}||object-1`, `${b}||object-2`],
    3,
  ],
  [
    'CSV with headings',
    `Name;SHA-256;MD5;Size\n"a; b.exe";${sha256};${a};1\nc.dll;;${c};2`,
    [`${a}||a; b.exe`, `${c}||c.dll`],
    1,
  ],
  [
    'CSV with name and path',
    `FileName,FolderPath,MD5\na.exe,C:\\Temp\\a.exe,${a}\nb.exe,C:\\Temp,${b}`,
    [`${a}|C:\\Temp|a.exe`, `${b}|C:\\Temp|b.exe`],
    1,
  ],
  ['a table of Markdown', `| File | MD5 |\n| --- | --- |\n| a.exe | ${a} |`, [`${a}||a.exe`], 2],
  ['CSV without headings', `12,a.exe,${a},Trojan.Gen`, [`${a}||a.exe`], 0],
  [
    'an address of a report',
    `hxxps://reports[.]example/file\nhttps://reports.example/gui/file/${a}`,
    [`${a}||object-1`],
    1,
  ],
  ['a pattern of STIX', `[file:hashes.MD5 = '${a}' AND file:name = 'a.exe']`, [`${a}||a.exe`], 0],
];

test.each(printed)('%s', (_, text, objects, skipped) => {
  for (const lines of [text, text.replaceAll('\n', '\r\n')]) {
    const read = readPastedObjects(lines);
    expect(read.objects.map(({ md5, path, fileName }) => `${md5}|${path ?? ''}|${fileName}`)).toEqual(objects);
    expect({ left: read.left, errors: read.errors, skipped: read.skipped }).toEqual({ left: '', errors: [], skipped });
  }
});

test.each([
  [sha256, 'Line 1 holds a SHA hash; an MD5 hash of 32 digits is needed.'],
  [`SHA1 (a.exe) = ${sha1}`, 'Line 1 holds a SHA hash; an MD5 hash of 32 digits is needed.'],
  [
    `Algorithm : SHA256\nHash : ${sha256}\nPath : C:\\a.exe`,
    'Line 1 holds a SHA hash; an MD5 hash of 32 digits is needed.',
  ],
  [`SHA256 hash of a.exe:\n${sha256}`, 'Line 1 holds a SHA hash; an MD5 hash of 32 digits is needed.'],
  [`${a.slice(1)}  a.exe`, 'Line 1 holds 31 hexadecimal digits; an MD5 hash has 32.'],
  [`${a}0  a.exe`, 'Line 1 holds 33 hexadecimal digits; an MD5 hash has 32.'],
])('%j stays in the box, with the reason', (line, error) => {
  const { objects, left, errors } = readPastedObjects(`${b}\n\n${line}\n\n${c}  c.dll`);
  expect(objects.map(({ md5 }) => md5)).toEqual([b, c]);
  expect(left).toBe(line.split('\n').find((each) => /[0-9a-f]{31}/.test(each)));
  expect(errors).toEqual([error]);
});

test.each([
  ['words', 'nonsense\nand more'],
  ['a GUID', '0cc175b9-c0f1-b6a8-31c3-99e269772661'],
  ['another hash of 32 digits', `Imphash: ${a}\nMD4 (a.exe) = ${b}\nAlgorithm : MD4\nHash : ${c}`],
  ['a file called by its hash', `/quarantine/${a}.bin\nVirusShare_${b}`],
  ['sums over several files', `MD5    for data:              ${a}`],
])('in %s there is no MD5 hash: all of it stays in the box', (_, text) => {
  expect(readPastedObjects(text)).toEqual({
    objects: [],
    left: text,
    errors: ['No MD5 hash of 32 hexadecimal digits was found.'],
    skipped: 0,
  });
});

const md5 = fc.stringMatching(/^[0-9a-f]{32}$/);
const fileName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((name) => /^[^\s\\/*#"'`“‘«[({<].*[^\s"'`”’»\])}>]$/u.test(name) && !/[\p{C}\\/]/u.test(name))
  .filter((name) => !/^\d+ {2}/.test(name) && name.toLowerCase() !== 'stdin' && !/^\d{4}(?::\d\d){5}\s/.test(name));

test('the output of md5sum, with and without tags, is parsed for any file name', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(md5, fileName), { minLength: 1, maxLength: 5 }), (files) => {
      for (const print of [
        ([hash, name]: [string, string]) => `${hash}  ${name}`,
        ([hash, name]: [string, string]) => `${hash} *${name}`,
        ([hash, name]: [string, string]) => `MD5 (${name}) = ${hash}`,
      ]) {
        const { objects } = readPastedObjects(files.map(print).join('\n'));
        expect(objects.map((object) => [object.md5, object.fileName])).toEqual(files);
      }
    }),
  );
});

test('any text is parsed, and every hash alone on a line is found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), md5, fc.constantFrom('MD5:', 'Name,MD5', '#', '{')), {
        maxLength: 12,
      }),
      (lines) => {
        expect(() => readPastedObjects(lines.join('\n'))).not.toThrow();
      },
    ),
  );
  const long = `${'x '.repeat(50_000)}\n${'0:'.repeat(50_000)}\n${'a'.repeat(100_000)}\n${a}`;
  expect(readPastedObjects(long).objects).toHaveLength(1);
});
