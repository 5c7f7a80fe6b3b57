import { Button } from '@mui/material';
import type { Answer } from '#contract/operations.ts';
import type { RunView } from '#contract/tasks.ts';
import { asOfWords, LiveNotice } from '#src/shared/live/live-notice.tsx';
import { noWindow, useSetPlace } from '#src/shared/navigation/place.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { Pager } from '#src/shared/ui/table/pager.tsx';
import type { Density } from '#src/shared/ui/table/table-frame.tsx';
import type { Selection } from '#src/shared/ui/table/table-selection.tsx';
import { FailedTable, LoadingTable } from '#src/shared/ui/table/table-states.tsx';
import {
  byHandColumn,
  decidedColumn,
  deviceStartColumn,
  scopeColumn,
  startedByColumn,
  stateColumn,
  viewerStartColumn,
  whyColumn,
  windowColumn,
  type RunColumn,
} from './run-columns.tsx';
import { whyNotStartable } from './run-words.ts';
import type { RunsSearch } from './use-runs-search.ts';

/** Seen in the reason too, so hidden until somebody wants it beside. */
export const hiddenRunColumns = startedByColumn.id;

/** The columns of a task's runs. A policy's name opens it in the group one came from. */
export function useRunColumns(onStart: (run: RunView) => void): readonly RunColumn[] {
  const setPlace = useSetPlace();
  const denied = useDenialReason('start-scans');
  const nameOf = (run: RunView) => run.device.name;
  return [
    { id: 'device', title: 'Device', sort: 'device', cell: nameOf },
    stateColumn,
    byHandColumn(onStart, nameOf, denied),
    deviceStartColumn,
    windowColumn,
    viewerStartColumn(viewerZone()),
    scopeColumn,
    decidedColumn(
      (policy) => {
        setPlace({ ...noWindow, policy, section: 'threat-response' });
      },
      (run) => {
        setPlace({ why: 'additional', whyDevice: run.device.id });
      },
    ),
    whyColumn((run) => {
      setPlace({ decisionsOf: run.id });
    }, nameOf),
    startedByColumn,
  ];
}

/** The height of the task's window that is not its table's, in pixels. */
const around = 642;

interface TaskRunsTableProps {
  readonly found: Answer<'taskRuns'> | undefined;
  /** The instant as of which they hold. */
  readonly asOf: string | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly columns: readonly RunColumn[];
  readonly density: Density;
  readonly place: RunsSearch;
  readonly selection: Pick<Selection<RunView>, 'ids' | 'onChange'>;
}

/** The table of a task's runs in whatever state it is. */
export function TaskRunsTable({ found, asOf, error, onRetry, columns, density, place, selection }: TaskRunsTableProps) {
  if (!found && error) return <FailedTable what="The runs" error={error} onRetry={onRetry} />;
  if (!found) return <LoadingTable label="Loading runs" columns={columns} density={density} reservedHeight={around} />;
  if (found.total === 0) {
    return (
      <EmptyState title="No run matches">
        <p>No run of this task matches the search and the state chosen.</p>
        <Button onClick={place.onShowAll}>Show all runs</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <LiveNotice what="The runs" error={error} onRetry={onRetry} />
      <DataTable
        label="Runs"
        columns={columns}
        density={density}
        rows={found.rows}
        rowId={(run) => run.id}
        sorting={place.sorting}
        onSort={place.onSort}
        page={found.page}
        reservedHeight={around}
        selection={{ ...selection, nameOf: (run) => run.device.name, disabledReason: whyNotStartable }}
      />
      <Pager
        page={place.page}
        answer={found}
        what={['run', 'runs']}
        note={asOfWords(asOf ?? found.asOf)}
        onPage={place.goTo}
      />
    </>
  );
}
