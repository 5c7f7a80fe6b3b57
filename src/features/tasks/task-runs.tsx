import { Alert, Box } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskView } from '#contract/tasks.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { useAsOf } from '#src/shared/live/heard.ts';
import { useLastPage } from '#src/shared/ui/table/pager.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { TableBar } from '#src/shared/ui/table/table-toolbar.tsx';
import { TableChoices, useTableChoices } from '#src/shared/ui/table/table-view.tsx';
import { viewerZone } from '#src/shared/time/format.ts';
import { TableExport } from '#src/shared/ui/table/table-export.tsx';
import { startRuns, taskRunsQuery } from './queries.ts';
import { StateFilter } from './run-counts.tsx';
import { hiddenRunColumns, RunsOfTask, useRunColumns } from './task-runs-table.tsx';
import { useRunsPlace } from './use-runs-search.ts';
import { StartAllQuestion } from './start-all-dialog.tsx';
import { StartButtons } from './start-buttons.tsx';
import { countTicked, noneTicked, offeredAll, stillTicked, tickedRuns } from './run-selection.ts';

const pageSize = 25;

/** The runs of a task, live: searched, filtered, sorted and paged by the backend, all of it in the address. */
export function TaskRuns({ task }: { task: TaskView }) {
  const place = useRunsPlace({ sort: 'device', order: 'asc' });
  const runs = useQuery(taskRunsQuery(task.id, { ...place.asked, page: place.page, pageSize }));
  const beyond = useLastPage(runs.data, place.page, place.goToLast);
  const found = beyond ? undefined : runs.data;
  const asOf = useAsOf(runs);
  const start = useMutation(startRuns(useQueryClient()));
  const [asking, setAsking] = useState<'all' | 'matching' | null>(null);
  const inSight = { view: JSON.stringify([place.asked, place.page]), filter: JSON.stringify(place.filter) };
  const [ticked, setTicked] = useState(noneTicked(inSight.view));
  // Dropped for good: coming back to a page does not bring back what was ticked on it.
  if (!stillTicked(ticked, inSight)) setTicked(noneTicked(inSight.view));
  const listed = found ?? { rows: [], startable: 0 };
  const selected = tickedRuns(ticked, inSight, listed.rows).map(({ id }) => id);
  const count = countTicked(ticked, inSight, listed);
  const startThese = (which: Pick<Parameters<typeof start.mutate>[0], 'runs' | 'expected'>) => {
    start.mutate(
      { taskId: task.id, ...which },
      {
        onSuccess: () => {
          setTicked(noneTicked(inSight.view));
          setAsking(null);
        },
      },
    );
  };
  const choices = useTableChoices('runs', hiddenRunColumns);
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
      <TableBar
        end={
          <>
            <TableChoices columns={columns} choices={choices} />
            {found && found.total > 0 && (
              <TableExport
                name={`runs-${task.id}`}
                total={found.total}
                load={() => import('./runs-csv.ts').then((m) => m.runsCsv(task.id, place.asked, viewerZone()))}
              />
            )}
          </>
        }
      >
        <SearchBox label="Search runs" value={place.q} onSearch={place.onSearch} />
        <StartButtons
          selected={count}
          all={task.startable}
          offered={offeredAll(ticked, inSight, listed)}
          starting={start.isPending}
          started={start.data}
          onSelectAll={() => {
            setTicked({ ...noneTicked(inSight.view), all: inSight.filter });
          }}
          onStartSelected={() => {
            if (ticked.all === null) startThese({ runs: selected, expected: count });
            else ask('matching');
          }}
          onStartAll={() => {
            ask('all');
          }}
        />
      </TableBar>
      <Box sx={{ mb: 2 }}>
        <StateFilter counts={task.counts} total={task.runCount} chosen={place.state ?? null} onChoose={place.onState} />
      </Box>
      {start.isError && !asking && (
        <Alert severity="error" sx={{ mb: 2 }}>
          Nothing was started. {sentenceOf(start.error)}
        </Alert>
      )}
      <RunsOfTask
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
        <StartAllQuestion
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
