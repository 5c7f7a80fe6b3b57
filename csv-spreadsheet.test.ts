import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { guarded, separators, type Separator } from '#contract/csv-text.ts';
import { fileExtension } from '#src/shared/csv/separator-preference.ts';
import { toCsv } from '#src/shared/csv/to-csv.ts';

// What a real spreadsheet makes of our files: as they were meant, and opened with a separator that is not theirs.

const office = 'soffice';
const installed = spawnSync(office, ['--version'], { timeout: 60_000 }).status === 0;
const name = installed ? 'LibreOffice' : 'LibreOffice (not installed here: skipped)';

const folder = mkdtempSync(join(tmpdir(), 'vesper-spreadsheet-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const codes: Readonly<Record<Separator, string>> = { comma: '44', semicolon: '59', tab: '9' };

const heads = ['Name', 'Operating system', 'Created (Europe/Berlin)'];
const rows = [
  ['BER-1', 'x;=1+1;y', '2026-11-24T19:05:09+01:00'],
  ['BER-2', 'x,=1+1,y', '2026-11-24T19:05:09+01:00'],
  ['BER-3', 'x\t=1+1\ty', '2026-11-24T19:05:09+01:00'],
  ['BER-4', 'x\n=1+1', ''],
  ['=1+1', '"=1+1"', '-1'],
  ['Ärger, 機械', 'p;"=1+1"', '@A1'],
];

const written = (separator: Separator) => `${separator}.${fileExtension(separator)}`;

/** The cells that LibreOffice has of each file when it is told one separator, formulas as formulas. */
function opened(as: Separator): Record<Separator, string[][]> {
  const out = join(folder, `as-${as}`);
  mkdirSync(out);
  for (const separator of separators) writeFileSync(join(out, written(separator)), toCsv(heads, rows, separator));
  const { status, stderr } = spawnSync(
    office,
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      `--infilter=CSV:${codes[as]},34,76,1,,1033,false,false`,
      ...['--convert-to', 'read.csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,true', '--outdir', out],
      ...separators.map((separator) => join(out, written(separator))),
    ],
    { timeout: 100_000, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  const read = (separator: Separator): string[][] =>
    parse(readFileSync(join(out, `${separator}.read.csv`)), { bom: true, relax_column_count: true });
  return { comma: read('comma'), semicolon: read('semicolon'), tab: read('tab') };
}

describe(name, () => {
  test.skipIf(!installed).each(separators)(
    'told that a %s separates the cells, finds no formula in any file, and every cell in its own',
    (as) => {
      const files = opened(as);
      for (const separator of separators) {
        expect(files[separator].length).toBeGreaterThan(rows.length);
        expect(files[separator].flat().filter((cell) => cell.startsWith('='))).toEqual([]);
      }
      expect(files[as]).toEqual([heads, ...rows.map((row) => row.map(guarded))]);
    },
    120_000,
  );
});
