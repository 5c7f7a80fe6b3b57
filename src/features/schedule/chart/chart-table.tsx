import { dayTimeFrom, timeIn } from '#src/shared/time/format.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { binAt, type Bin } from './bins.ts';
import type { Span } from '../inputs/short-instant.ts';

interface ChartTableProps {
  readonly bins: readonly Bin[];
  readonly currentBins: readonly Bin[] | null;
  readonly zone: string;
  /** The simulated now: dates of its year are said without it. */
  readonly asOf: string;
  readonly onStarts: (span: Span) => void;
}

const formatCount = (count: number) => count.toLocaleString('en', { maximumFractionDigits: 1 });

/** The picture as a table: what it says, bin by bin. Bins in which nothing happens are left out. */
export function ChartTable({ bins, currentBins, zone, asOf, onStarts }: ChartTableProps) {
  const nowOf = (bin: Bin) => (currentBins && binAt(currentBins, bin.fromMs)) ?? null;
  const rows = bins.filter((bin) => bin.starts + bin.high + bin.running + (nowOf(bin)?.starts ?? 0) > 0);
  const count = (id: string, title: string, of: (bin: Bin) => number): Column<Bin> => ({
    id,
    title,
    align: 'right',
    cell: (bin) => formatCount(of(bin)),
  });
  const columns: Column<Bin>[] = [
    {
      id: 'from',
      title: `From (${zone})`,
      cell: (bin) => (
        <TextButton
          title="Only the runs that start within"
          onClick={() => {
            onStarts(bin);
          }}
        >
          {dayTimeFrom(zone, bin.fromMs, asOf)} – {timeIn(zone, bin.toMs)}
        </TextButton>
      ),
    },
    count('starts', currentBins ? 'Starts, draft' : 'Starts', ({ starts }) => starts),
    ...(currentBins ? [count('now', 'Starts, now', (bin) => nowOf(bin)?.starts ?? 0)] : []),
    count('expected', 'Expected', ({ expected }) => expected),
    {
      id: 'range',
      title: '95 of 100 samples',
      align: 'right',
      cell: ({ low, high }) => `${formatCount(low)}–${formatCount(high)}`,
    },
    count('running', 'Scans at once', ({ running }) => running),
  ];
  return (
    <DataTable
      label="Starts over time"
      columns={columns}
      rows={rows}
      rowId={({ fromMs }) => String(fromMs)}
      reservedHeight={520}
    />
  );
}
