import { Button, Checkbox } from '@mui/material';
import type { ReactNode } from 'react';
import type { RunView } from '#contract/tasks.ts';
import type { RunId } from '#domain/ids.ts';
import { scanScopeLabels } from '#domain/policy/settings.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { DataTable, type Column } from '#src/shared/ui/data-table.tsx';
import { RunStateWord } from './run-state-look.tsx';
import { decidedByWords, whyNotStartable, whyPhrase, windowWords } from './run-words.ts';

interface RunTableProps {
  readonly label: string;
  readonly rows: readonly RunView[];
  /** The first column: the device of a run, or its task. */
  readonly subject: Pick<Column<RunView>, 'title' | 'cell'>;
  /** Which runs are ticked; left out where runs cannot be selected. */
  readonly selection?: { readonly ids: ReadonlySet<RunId>; readonly onToggle: (id: RunId) => void };
  readonly onStart: (run: RunView) => void;
}

/** Runs with their state, their start in the device's time and in the viewer's, and who decided. */
export function RunTable({ label, rows, subject, selection, onStart }: RunTableProps) {
  const select: readonly Column<RunView>[] = selection
    ? [
        {
          id: 'select',
          title: 'Select',
          width: 40,
          cell: (run) => (
            <span title={whyNotStartable(run) ?? undefined}>
              <Checkbox
                size="small"
                checked={selection.ids.has(run.id)}
                disabled={!run.startable}
                onChange={() => {
                  selection.onToggle(run.id);
                }}
                slotProps={{ input: { 'aria-label': `Select ${run.device.name}` } }}
              />
            </span>
          ),
        },
      ]
    : [];
  const columns: readonly Column<RunView>[] = [
    ...select,
    { id: 'subject', title: subject.title, cell: (run) => <span style={onOneLine}>{subject.cell(run)}</span> },
    { id: 'state', title: 'State', cell: (run) => <RunStateWord state={run.state} /> },
    {
      id: 'window',
      title: 'Window (device time)',
      cell: (run) => (run.window ? windowWords(run.window, run.device.timeZone) : '–'),
    },
    { id: 'start', title: 'Start (device time)', cell: (run) => startIn(run, run.device.timeZone) },
    { id: 'viewer', title: `Start (${viewerZone()})`, cell: (run) => startIn(run, viewerZone()) },
    { id: 'scope', title: 'Scope', cell: (run) => scanScopeLabels[run.scope] },
    { id: 'decided', title: 'Decided by', cell: decided },
    { id: 'why', title: 'Because', cell: whyPhrase },
    {
      id: 'by-hand',
      title: 'By hand',
      cell: (run) =>
        run.startable ? (
          <Button
            size="small"
            aria-label={`Start ${run.device.name}`}
            onClick={() => {
              onStart(run);
            }}
          >
            Start
          </Button>
        ) : (
          whyNotStartable(run)
        ),
    },
  ];
  return <DataTable label={label} columns={columns} rows={rows} rowId={(run) => run.id} />;
}

/** A name that must not break in a narrow column. */
const onOneLine = { whiteSpace: 'nowrap' } as const;

const startIn = (run: RunView, zone: string): ReactNode => (run.start === null ? '–' : dayTimeIn(zone, run.start));

function decided(run: RunView): string {
  const { who, how } = decidedByWords(run);
  return `${who}, ${how}`;
}
