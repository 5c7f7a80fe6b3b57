import fc from 'fast-check';

// Files as they come from real programs and real accidents: right at first, then damaged in their structure or their bytes.

const names = ['BER-WS-0001', 'ber-ws-0002', 'PAR-01', "O'Neill", 'Ärger', '機械', '=1+1', '__proto__', 'a"b', ''];
const paths = [
  'Labs',
  'Managed devices/Offices/Berlin',
  'Offices/Paris',
  'Unassigned devices',
  'R\\/D',
  '//',
  'a|b',
  '',
];
const zones = ['Europe/Berlin', 'asia/kathmandu', 'UTC', 'Mars/Olympus', ''];
const statuses = ['Online', 'offline', 'Out of office', 'out-of-office', 'Asleep', ''];
const texts = ['Windows 11 Pro, 24H2', 'a\nb', '-1', '\t', '10.0.0.1', '+49', '\u202e', ''];

const aRow = fc.tuple(...[names, paths, zones, statuses, texts, texts].map((values) => fc.constantFrom(...values)));
const heads = ['Name', 'Group path', 'Time zone', 'Status', 'OS', 'Address'];

const written = (rows: readonly (readonly string[])[], separator: string, end: string) =>
  rows
    .map((cells) =>
      cells.map((cell) => (/["\r\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
    )
    .join(end);

type Damage = (rows: string[][], at: number, other: number) => string[][];

/** Structure: lines and cells that are missing, doubled, exchanged or too many. */
const damages: readonly Damage[] = [
  (rows) => rows,
  (rows) => rows.slice(1),
  (rows, at) => rows.toSpliced(at % rows.length, 1),
  (rows, at, other) => rows.toSpliced(other % rows.length, 0, rows[at % rows.length] ?? []),
  (rows, at, other) => rows.map((row, i) => (i === at % rows.length ? row.toSpliced(other % 6, 1) : row)),
  (rows, at, other) => rows.map((row, i) => (i === at % rows.length ? [...row, ...row.slice(other % 6)] : row)),
  // Two columns exchanged.
  (rows, at, other) =>
    rows.map((row) =>
      row.map((cell, i) => (i === at % 6 ? row[other % 6] : i === other % 6 ? row[at % 6] : cell) ?? ''),
    ),
  (rows, at, other) =>
    rows.map((row) =>
      Array.from({ length: other % 40 }, () => row)
        .flat()
        .slice(at % 6),
    ),
  (rows) => [...rows, [], [''], ['', '']],
  (rows, at) => rows.map((row, i) => (i === at % rows.length ? row.map((cell) => `"${cell}`) : row)),
];

type Bytes = Uint8Array<ArrayBuffer>;
type Accident = (bytes: Bytes, at: number, value: number) => Bytes;

const spliced = (bytes: Bytes, at: number, cut: number, ...put: number[]): Bytes =>
  Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + cut)]);

/** Bytes: one changed, put in, left out; a piece twice; the end missing; special ones put in. */
const accidents: readonly Accident[] = [
  (bytes) => bytes,
  (bytes, at, value) => spliced(bytes, at, 1, value),
  (bytes, at, value) => spliced(bytes, at, 0, value),
  (bytes, at, value) => spliced(bytes, at, value % 20),
  (bytes, at, value) => spliced(bytes, at, 0, ...bytes.subarray(at, at + (value % 60))),
  (bytes, at) => bytes.slice(0, at),
  (bytes, at, value) => spliced(bytes, at, 0, [0x22, 0x0a, 0x0d, 0x2c, 0x3b, 0x09, 0x27, 0x3d][value % 8] ?? 0),
  (bytes, at) => spliced(bytes, at, 0, 0),
  (bytes) => spliced(bytes, 0, 0, 0xef, 0xbb, 0xbf),
  (bytes, _, value) =>
    spliced(bytes, 0, 0, ...new TextEncoder().encode(`sep=${[';', ',', '\t', '"'][value % 4] ?? ''}\n`)),
];

const aHit = fc.tuple(fc.nat(1_000), fc.nat(255));

/** The text of an inventory file, as a browser decodes it. */
export const aDamagedFile: fc.Arbitrary<string> = fc
  .record({
    rows: fc.array(aRow, { maxLength: 8 }),
    separator: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    structure: fc.array(fc.tuple(fc.nat(damages.length - 1), aHit), { maxLength: 3 }),
    bytes: fc.array(fc.tuple(fc.nat(accidents.length - 1), aHit), { maxLength: 4 }),
  })
  .map(({ rows, separator, end, structure, bytes }) => {
    const damaged = structure.reduce<string[][]>(
      (all, [which, [at, other]]) => whole(damages[which]?.(all, at, other)),
      [heads, ...rows],
    );
    const encoded = bytes.reduce<Bytes>(
      (all, [which, [at, value]]) => accidents[which]?.(all, at % (all.length + 1), value) ?? all,
      new TextEncoder().encode(written(damaged, separator, end)),
    );
    return new TextDecoder().decode(encoded);
  });

/** Never without a row, so that a place in it can be named. */
const whole = (rows: string[][] | undefined): string[][] => (rows && rows.length > 0 ? rows : [[]]);
