import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import type { BreakdownRow, ForecastVariant } from '#contract/forecast.ts';
import { dayTimeFrom } from '#src/shared/time/format.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import type { RunsFilter } from './runs-filter.ts';
import { groupIdSchema } from '#domain/ids.ts';

interface BreakdownProps {
  readonly side: ForecastVariant;
  /** What holds now, beside a draft; null without one. */
  readonly now: ForecastVariant | null;
  readonly zone: string;
  /** The simulated now: dates of its year are said without it. */
  readonly asOf: string;
  readonly onChoose: (filter: RunsFilter) => void;
}

type Dimension = 'byZone' | 'byGroup' | 'byDecision';
const titles: Readonly<Record<Dimension, string>> = { byZone: 'Time zone', byGroup: 'Group', byDecision: 'Decided by' };
const dimensions: readonly Dimension[] = ['byZone', 'byGroup', 'byDecision'];

/** The same figures per time zone, per group and per deciding policy. Each row leads to its runs. */
export function Breakdown({ side, now, zone, asOf, onChoose }: BreakdownProps) {
  const [by, setBy] = useState<Dimension>('byZone');
  const before = new Map(now?.[by].map((part) => [part.key, part]));
  const rows = side[by];
  return (
    <Box component="section" aria-labelledby="breakdown-title">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 2 }}>
        <Typography variant="h2" id="breakdown-title">
          Who starts when
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label="Runs by"
          value={by}
          onChange={(_, next: Dimension | null) => {
            if (next !== null) setBy(next);
          }}
        >
          {dimensions.map((dimension) => (
            <ToggleButton key={dimension} value={dimension}>
              {titles[dimension]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Typography variant="body2" color="textSecondary">
          Times in {zone}
          {now ? '; in brackets, what holds now' : ''}.
        </Typography>
      </Box>
      <DataTable
        label={`Runs by ${titles[by].toLowerCase()}`}
        columns={columnsOf(by, before, (at) => dayTimeFrom(zone, at, asOf), onChoose).filter(
          ({ id }) => id !== 'zone-unknown' || [side, now].some((each) => each !== null && each.byFate[id] > 0),
        )}
        rows={rows}
        rowId={({ key }) => key}
        reservedHeight={640}
      />
    </Box>
  );
}

const filterOf = (by: Dimension, key: string): RunsFilter => {
  if (by === 'byZone') return { zone: key };
  if (by === 'byDecision') return { by: key };
  return { sub: groupIdSchema.parse(key) };
};

function columnsOf(
  by: Dimension,
  before: ReadonlyMap<string, BreakdownRow>,
  formatTime: (instant: string) => string,
  onChoose: (filter: RunsFilter) => void,
): Column<BreakdownRow>[] {
  const withCurrent = (part: BreakdownRow, of: (part: BreakdownRow) => string) => {
    const then = before.get(part.key);
    const [was, is] = [then && of(then), of(part)];
    return was === undefined || was === is ? is : `${is} (${was})`;
  };
  const count = (id: string, title: string, of: (part: BreakdownRow) => number): Column<BreakdownRow> => ({
    id,
    title,
    align: 'right',
    cell: (part) => withCurrent(part, (each) => of(each).toLocaleString('en')),
  });
  const moment = (id: 'first' | 'median' | 'last', title: string): Column<BreakdownRow> => ({
    id,
    title,
    cell: (part) =>
      withCurrent(part, (each) => {
        const at = each[id];
        return at === null ? '–' : formatTime(at);
      }),
  });
  return [
    {
      id: 'part',
      title: titles[by],
      cell: (part) => (
        <TextButton
          title="Only these runs in the table below"
          onClick={() => {
            onChoose(filterOf(by, part.key));
          }}
        >
          {part.label}
        </TextButton>
      ),
    },
    count('runs', 'Runs', ({ runs }) => runs),
    count('waits', 'Wait for a window', ({ byFate }) => byFate.waits),
    count('at-once', 'Start at once', ({ byFate }) => byFate['at-once']),
    count('offline', 'Wait for the device', ({ byFate }) => byFate.offline),
    count('manual', 'Never: manual start', ({ byFate }) => byFate.manual),
    count('zone-unknown', 'Never: time zone not known', ({ byFate }) => byFate['zone-unknown']),
    moment('first', 'First start'),
    moment('median', 'Median start'),
    moment('last', 'Last start'),
  ];
}
