import { expect, test } from 'vitest';
import { csvFile, instantColumn, type CsvColumn } from './csv-table.ts';
import { toCsv } from './to-csv.ts';

interface Row {
  readonly name: string;
  readonly runs: number;
}

const columns: readonly CsvColumn<Row>[] = [
  { heading: 'Name', text: ({ name }) => name },
  { heading: 'Runs', text: ({ runs }) => String(runs) },
];

test('a file has its headings, and escapes formulas', async () => {
  const rows = [
    { name: '=1+1', runs: 2 },
    { name: 'Berlin', runs: 1 },
  ];
  expect(await textOf(await csvFile({ columns, rows }, 'comma'))).toBe("\uFEFFName,Runs\r\n'=1+1,2\r\nBerlin,1\r\n");
  expect(await textOf(await csvFile({ columns, rows }, 'semicolon'))).toBe(
    "\uFEFFName;Runs\r\n'=1+1;2\r\nBerlin;1\r\n",
  );
  expect(toCsv(['Name'], [['=1+1']], 'tab')).toBe("\uFEFFName\r\n'=1+1\r\n");
});

test('a long table is written with every row once, in order, and its headings once', async () => {
  const rows = Array.from({ length: 4_001 }, (_, i) => ({ name: `PC ${String(i)}`, runs: i }));
  const lines = (await textOf(await csvFile({ columns, rows }, 'tab'))).split('\r\n');
  expect(lines).toEqual(['\uFEFFName\tRuns', ...rows.map(({ name, runs }) => `${name}\t${String(runs)}`), '']);
});

test('the heading of an instant column has the zone of its values', () => {
  const created = instantColumn('Created', 'Europe/Berlin', (instant: string | null) => instant);
  expect(created.heading).toBe('Created (Europe/Berlin)');
  expect(created.text('2026-11-24T18:05:09.000Z')).toBe('2026-11-24T19:05:09+01:00');
  expect(created.text(null)).toBe('');
});

// The text of a blob is read without the mark at its begin.
const textOf = async (blob: Blob) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
