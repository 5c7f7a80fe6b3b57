import { Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { sentenceOf } from '#src/shared/api/problem.ts';
import type { CsvTable } from '#src/shared/csv/csv-table.ts';

interface TableExportProps<Row> {
  /** The file name without its extension. */
  readonly name: string;
  /** The number of matching rows. */
  readonly total: number;
  /** Loads the columns of the file and all matching rows, in the order of the table. */
  readonly load: () => Promise<CsvTable<Row>>;
}

/** Exports every matching row with all columns, in the order of the table. */
export function TableExport<Row>({ name, total, load }: TableExportProps<Row>) {
  const write = useMutation({
    mutationFn: async () => {
      const [table, { downloadTable: saveTable }] = await Promise.all([
        load(),
        import('#src/shared/csv/download-table.ts'),
      ]);
      await saveTable(name, table);
    },
  });
  return (
    <>
      <Button
        disabled={write.isPending}
        title="Display settings has the separator of its cells"
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
