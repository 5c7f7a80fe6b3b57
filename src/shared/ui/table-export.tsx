import { Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { sentenceOf } from '#src/shared/api/problem.ts';
import type { Column } from './column.ts';
import { saveFile } from './save-file.ts';
import { tableCsv } from './table-csv.ts';

interface TableExportProps<Row> {
  /** The name of the file, without its ending. */
  readonly name: string;
  /** How many rows match. */
  readonly total: number;
  readonly columns: readonly Column<Row>[];
  /** All rows that match, in the order of the table. */
  readonly read: () => Promise<readonly Row[]>;
}

/** Writes every row that matches to a file, with all columns, in the order of the table. */
export function TableExport<Row>({ name, total, columns, read }: TableExportProps<Row>) {
  const write = useMutation({
    mutationFn: async () => tableCsv(columns, await read()),
    onSuccess: (file) => {
      saveFile(`${name}.csv`, file, 'text/csv');
    },
  });
  return (
    <>
      <Button
        disabled={write.isPending}
        onClick={() => {
          write.mutate();
        }}
      >
        Export {total.toLocaleString('en')} as CSV
      </Button>
      {write.isError && (
        <Typography role="alert" color="error">
          Nothing was saved. {sentenceOf(write.error)}
        </Typography>
      )}
    </>
  );
}
