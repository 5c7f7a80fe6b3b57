import { Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import type { DeviceRow } from '#contract/devices.ts';
import type { GroupId } from '#domain/ids.ts';
import { call, type CallInput } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { csvOf, saveCsv } from '#src/shared/csv/csv.ts';
import { deviceColumns } from './device-columns.tsx';

type Query = NonNullable<CallInput<'groupDevices'>['query']>;

/** The most rows that the backend gives at once. */
const pageSize = 500;

/** Writes every device that matches to a file, with all columns, in the order of the list. */
export function DeviceExport({ groupId, query, total }: { groupId: GroupId; query: Query; total: number }) {
  const write = useMutation({
    mutationFn: async () => {
      const rows: DeviceRow[] = [];
      for (let page = 1, asOf = ''; ; page++) {
        const answer = await call('groupDevices', { params: { groupId }, query: { ...query, page, pageSize } });
        rows.push(...answer.rows);
        asOf ||= answer.asOf;
        if (rows.length >= answer.total || answer.rows.length === 0) return { rows, asOf };
      }
    },
    onSuccess: ({ rows, asOf }) => {
      const columns = deviceColumns(Date.parse(asOf), () => undefined);
      const lines = rows.map((device) => columns.map((column) => column.text(device)));
      saveCsv(
        `devices-${groupId}.csv`,
        csvOf(
          columns.map((column) => column.title),
          lines,
        ),
      );
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
          {sentenceOf(write.error)}
        </Typography>
      )}
    </>
  );
}
