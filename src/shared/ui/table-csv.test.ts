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

test('a file holds the columns that have a text, in the order of the table, and no formula', () => {
  const rows = [
    { name: '=1+1', runs: 2 },
    { name: 'Berlin', runs: 1 },
  ];
  expect(tableCsv(columns, rows)).toBe("\uFEFFName,Runs\r\n'=1+1,2\r\nBerlin,1\r\n");
});
