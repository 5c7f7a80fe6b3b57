import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { tableCsv } from './table-csv.ts';

interface Row {
  readonly name: string;
  readonly runs: number;
}

const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Name', cell: ({ name }) => name, text: ({ name }) => name },
  { id: 'start', title: 'Start', cell: () => 'a button' },
  { id: 'runs', title: 'Runs', cell: ({ runs }) => runs, text: ({ runs }) => String(runs) },
];

test('a file holds the columns that have a text, in the order of the table, and no formula', async () => {
  const rows = [
    { name: '=1+1', runs: 2 },
    { name: 'Berlin', runs: 1 },
  ];
  expect(await textOf(await tableCsv(columns, rows))).toBe("\uFEFFName,Runs\r\n'=1+1,2\r\nBerlin,1\r\n");
});

test('a long table is written whole, each row once and in its order, its heads once', async () => {
  const many = Array.from({ length: 4_001 }, (_, i) => ({ name: `PC ${String(i)}`, runs: i }));
  const lines = (await textOf(await tableCsv(columns, many))).split('\r\n');
  expect(lines).toEqual(['\uFEFFName,Runs', ...many.map(({ name, runs }) => `${name},${String(runs)}`), '']);
});

// The text of a blob is read without the mark at its begin.
const textOf = async (blob: Blob) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
