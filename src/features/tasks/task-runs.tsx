import { Alert, Box, Button } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskView } from '#contract/tasks.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { asOfWords, LiveNotice } from '#src/shared/live/live-notice.tsx';
import { useAsOf } from '#src/shared/live/pulse-status.ts';
import { QueryTable } from '#src/shared/ui/table/query-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { useTableView } from '#src/shared/ui/table/table-view.tsx';
import { viewerZone } from '#src/shared/time/format.ts';
import { startRuns, taskRunsQuery } from './queries.ts';
import { StateFilter } from './run-counts.tsx';
import { hiddenRunColumns, useRunColumns } from './use-run-columns.ts';
import { whyNotStartable } from './run-words.ts';
import { useRunsSearch } from './use-runs-search.ts';
import { StartAllDialog } from './start-all-dialog.tsx';
import { StartButtons } from './start-buttons.tsx';
import { countSelected, emptySelection, selectableAll, isCurrentSelection, selectedRuns } from './run-selection.ts';

const pageSize = 25;

/** The runs of a task, live. Search, filter, order and page are in the address. */
export function TaskRuns({ task }: { task: TaskView }) {
  const list = useRunsSearch({ sort: 'device', order: 'asc' });
  const runs = useQuery(taskRunsQuery(task.id, { ...list.query, page: list.page, pageSize }));
  const asOf = useAsOf(runs);
  const start = useMutation(startRuns(useQueryClient()));
  const [dialog, setDialog] = useState<'all' | 'matching' | null>(null);
  const listView = { view: JSON.stringify([list.query, list.page]), filter: JSON.stringify(list.filter) };
  const [selection, setSelection] = useState(emptySelection(listView.view));
  // Cleared for good: going back to a page does not restore its selection.
  if (!isCurrentSelection(selection, listView)) setSelection(emptySelection(listView.view));
  const listed = runs.data ?? { rows: [], startable: 0 };
  const selected = selectedRuns(selection, listView, listed.rows).map(({ id }) => id);
  const count = countSelected(selection, listView, listed);
  const startRunsOf = (which: Pick<Parameters<typeof start.mutate>[0], 'runs' | 'expected'>) => {
    start.mutate(
      { taskId: task.id, ...which },
      {
        onSuccess: () => {
          setSelection(emptySelection(listView.view));
          setDialog(null);
        },
      },
    );
  };
  const tableView = useTableView('runs', hiddenRunColumns);
  const columns = useRunColumns((run) => {
    startRunsOf({ runs: [run.id] });
  });
  const openDialog = (which: typeof dialog) => {
    start.reset();
    setDialog(which);
  };
  const startable = dialog === 'all' ? task.startable : count;
  return (
    <Box>
      <QueryTable
        label="Runs"
        words={{ list: 'The runs', loading: 'Loading runs', noun: ['run', 'runs'] }}
        query={runs}
        columns={columns}
        rowId={(run) => run.id}
        view={tableView}
        csv={{
          name: `runs-${task.id}`,
          load: () => import('./runs-csv.ts').then((m) => m.runsCsv(task.id, list.query, viewerZone())),
        }}
        StaleNotice={LiveNotice}
        sorting={list.sorting}
        onSort={list.onSort}
        paging={list}
        selection={{
          ids: new Set(selected),
          nameOf: (run) => run.device.name,
          disabledReason: whyNotStartable,
          onChange: (ids) => {
            setSelection({ view: listView.view, ids, all: null });
          },
        }}
        note={runs.data && asOfWords(asOf ?? runs.data.asOf)}
        reservedHeight={642}
        toolbar={
          <>
            <SearchBox label="Search runs" value={list.q} onSearch={list.onSearch} />
            <StartButtons
              selected={count}
              all={task.startable}
              offered={selectableAll(selection, listView, listed)}
              starting={start.isPending}
              started={start.data}
              onSelectAll={() => {
                setSelection({ ...emptySelection(listView.view), all: listView.filter });
              }}
              onStartSelected={() => {
                if (selection.all === null) startRunsOf({ runs: selected, expected: count });
                else openDialog('matching');
              }}
              onStartAll={() => {
                openDialog('all');
              }}
            />
          </>
        }
        notice={
          <>
            <Box sx={{ mb: 2 }}>
              <StateFilter
                counts={task.counts}
                total={task.runCount}
                chosen={list.state ?? null}
                onChoose={list.onState}
              />
            </Box>
            {start.isError && !dialog && (
              <Alert severity="error" sx={{ mb: 2 }}>
                Nothing was started. {sentenceOf(start.error)}
              </Alert>
            )}
          </>
        }
        empty={
          <EmptyState title="No run matches">
            <p>No run of this task matches the search and the state chosen.</p>
            <Button onClick={list.onShowAll}>Show all runs</Button>
          </EmptyState>
        }
      />
      {dialog && (
        <StartAllDialog
          startable={startable}
          which={
            dialog === 'all'
              ? 'Every run of this task, in sight or not,'
              : 'Every run that matches the search and the state chosen, on this page or another,'
          }
          starting={start.isPending}
          error={start.error}
          onStart={() => {
            startRunsOf({ runs: dialog === 'all' ? 'all' : list.filter, expected: startable });
          }}
          onClose={() => {
            openDialog(null);
          }}
        />
      )}
    </Box>
  );
}
