import { Alert, Box } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskView } from '#contract/tasks.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { useAsOf } from '#src/shared/live/heard.ts';
import { useLastPage } from '#src/shared/ui/table/pager.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { TableToolbar } from '#src/shared/ui/table/table-toolbar.tsx';
import { TableViewMenu, useTableView } from '#src/shared/ui/table/table-view.tsx';
import { viewerZone } from '#src/shared/time/format.ts';
import { TableExport } from '#src/shared/ui/table/table-export.tsx';
import { startRuns, taskRunsQuery } from './queries.ts';
import { StateFilter } from './run-counts.tsx';
import { hiddenRunColumns, TaskRunsTable, useRunColumns } from './task-runs-table.tsx';
import { useRunsSearch } from './use-runs-search.ts';
import { StartAllDialog } from './start-all-dialog.tsx';
import { StartButtons } from './start-buttons.tsx';
import { countSelected, emptySelection, selectableAll, isCurrentSelection, selectedRuns } from './run-selection.ts';

const pageSize = 25;

/** The runs of a task, live: searched, filtered, sorted and paged by the backend, all of it in the address. */
export function TaskRuns({ task }: { task: TaskView }) {
  const place = useRunsSearch({ sort: 'device', order: 'asc' });
  const runs = useQuery(taskRunsQuery(task.id, { ...place.query, page: place.page, pageSize }));
  const beyond = useLastPage(runs.data, place.page, place.goToLast);
  const found = beyond ? undefined : runs.data;
  const asOf = useAsOf(runs);
  const start = useMutation(startRuns(useQueryClient()));
  const [asking, setAsking] = useState<'all' | 'matching' | null>(null);
  const inSight = { view: JSON.stringify([place.query, place.page]), filter: JSON.stringify(place.filter) };
  const [ticked, setTicked] = useState(emptySelection(inSight.view));
  // Dropped for good: coming back to a page does not bring back what was ticked on it.
  if (!isCurrentSelection(ticked, inSight)) setTicked(emptySelection(inSight.view));
  const listed = found ?? { rows: [], startable: 0 };
  const selected = selectedRuns(ticked, inSight, listed.rows).map(({ id }) => id);
  const count = countSelected(ticked, inSight, listed);
  const startThese = (which: Pick<Parameters<typeof start.mutate>[0], 'runs' | 'expected'>) => {
    start.mutate(
      { taskId: task.id, ...which },
      {
        onSuccess: () => {
          setTicked(emptySelection(inSight.view));
          setAsking(null);
        },
      },
    );
  };
  const choices = useTableView('runs', hiddenRunColumns);
  const columns = useRunColumns((run) => {
    startThese({ runs: [run.id] });
  });
  const ask = (which: typeof asking) => {
    start.reset();
    setAsking(which);
  };
  const startable = asking === 'all' ? task.startable : count;
  return (
    <Box>
      <TableToolbar
        end={
          <>
            <TableViewMenu columns={columns} view={choices} />
            {found && found.total > 0 && (
              <TableExport
                name={`runs-${task.id}`}
                total={found.total}
                load={() => import('./runs-csv.ts').then((m) => m.runsCsv(task.id, place.query, viewerZone()))}
              />
            )}
          </>
        }
      >
        <SearchBox label="Search runs" value={place.q} onSearch={place.onSearch} />
        <StartButtons
          selected={count}
          all={task.startable}
          offered={selectableAll(ticked, inSight, listed)}
          starting={start.isPending}
          started={start.data}
          onSelectAll={() => {
            setTicked({ ...emptySelection(inSight.view), all: inSight.filter });
          }}
          onStartSelected={() => {
            if (ticked.all === null) startThese({ runs: selected, expected: count });
            else ask('matching');
          }}
          onStartAll={() => {
            ask('all');
          }}
        />
      </TableToolbar>
      <Box sx={{ mb: 2 }}>
        <StateFilter counts={task.counts} total={task.runCount} chosen={place.state ?? null} onChoose={place.onState} />
      </Box>
      {start.isError && !asking && (
        <Alert severity="error" sx={{ mb: 2 }}>
          Nothing was started. {sentenceOf(start.error)}
        </Alert>
      )}
      <TaskRunsTable
        found={found}
        asOf={asOf}
        error={runs.error}
        onRetry={() => void runs.refetch()}
        columns={choices.shown(columns)}
        density={choices.density}
        place={place}
        selection={{
          ids: new Set(selected),
          onChange: (ids) => {
            setTicked({ view: inSight.view, ids, all: null });
          },
        }}
      />
      {asking && (
        <StartAllDialog
          startable={startable}
          which={
            asking === 'all'
              ? 'Every run of this task, in sight or not,'
              : 'Every run that matches the search and the state chosen, on this page or another,'
          }
          starting={start.isPending}
          error={start.error}
          onStart={() => {
            startThese({ runs: asking === 'all' ? 'all' : place.filter, expected: startable });
          }}
          onClose={() => {
            ask(null);
          }}
        />
      )}
    </Box>
  );
}
