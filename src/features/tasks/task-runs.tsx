import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskView } from '#contract/tasks.ts';
import type { RunId } from '#domain/ids.ts';
import { allRows } from '#src/shared/api/all-rows.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { useLastPage } from '#src/shared/ui/pager.tsx';
import { SearchBox } from '#src/shared/ui/search-box.tsx';
import { TableBar } from '#src/shared/ui/table-bar.tsx';
import { TableChoices, useTableChoices } from '#src/shared/ui/table-choices.tsx';
import { TableExport } from '#src/shared/ui/table-export.tsx';
import { startRuns, taskRunsQuery } from './queries.ts';
import { StateFilter } from './run-counts.tsx';
import { RunsOfTask, useRunColumns } from './runs-of-task.tsx';
import { startedWords } from './run-words.ts';
import { useRunsPlace } from './runs-place.ts';
import { StartAllQuestion } from './start-all-question.tsx';
import { tickedRuns, type Ticked } from './ticked.ts';

const pageSize = 25;

/** The runs of a task, live: searched, filtered, sorted and paged by the backend, all of it in the address. */
export function TaskRuns({ task }: { task: TaskView }) {
  const place = useRunsPlace({ sort: 'device', order: 'asc' });
  const runs = useQuery(taskRunsQuery(task.id, { ...place.asked, page: place.page, pageSize }));
  const beyond = useLastPage(runs.data, place.page, place.goToLast);
  const found = beyond ? undefined : runs.data;
  const start = useMutation(startRuns(useQueryClient()));
  const [asking, setAsking] = useState(false);
  const [ticked, setTicked] = useState<Ticked>({ view: '', ids: new Set() });
  const view = JSON.stringify([place.asked, place.page]);
  // Dropped for good: coming back to a page does not bring back what was ticked on it.
  if (ticked.view !== view) setTicked({ view, ids: new Set() });
  const selected = tickedRuns(ticked, view, found?.rows ?? []);
  const startThese = (these: RunId[] | 'all') => {
    start.mutate(
      { taskId: task.id, runs: these },
      {
        onSuccess: () => {
          setTicked({ view, ids: new Set() });
          setAsking(false);
        },
      },
    );
  };
  const choices = useTableChoices('runs');
  const columns = useRunColumns((run) => {
    startThese([run.id]);
  });
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
                columns={columns}
                read={() =>
                  allRows((part) =>
                    call('taskRuns', { params: { taskId: task.id }, query: { ...place.asked, ...part } }),
                  )
                }
              />
            )}
          </>
        }
      >
        <SearchBox label="Search runs" value={place.q} onSearch={place.onSearch} />
        {selected.length > 0 && (
          <Button
            disabled={start.isPending}
            onClick={() => {
              startThese(selected.map(({ id }) => id));
            }}
          >
            Start selected ({selected.length})
          </Button>
        )}
        {task.startable > 0 && (
          <Button
            onClick={() => {
              start.reset();
              setAsking(true);
            }}
          >
            Start all ({task.startable.toLocaleString('en')})
          </Button>
        )}
        <Typography role="status">{start.data ? startedWords(start.data) : ''}</Typography>
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
        error={runs.error}
        onRetry={() => void runs.refetch()}
        columns={choices.shown(columns)}
        density={choices.density}
        place={place}
        selection={{
          ids: new Set(selected.map(({ id }) => id)),
          onChange: (ids) => {
            setTicked({ view, ids });
          },
        }}
      />
      {asking && (
        <StartAllQuestion
          startable={task.startable}
          which="Every run of this task, in sight or not,"
          starting={start.isPending}
          error={start.error}
          onStart={() => {
            startThese('all');
          }}
          onClose={() => {
            start.reset();
            setAsking(false);
          }}
        />
      )}
    </Box>
  );
}
