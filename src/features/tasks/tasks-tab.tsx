import { Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { taskSorts } from '#contract/tasks.ts';
import type { GroupId } from '#domain/ids.ts';
import { LiveNotice } from '#src/shared/live/live-notice.tsx';
import { useAsOf } from '#src/shared/live/pulse-status.ts';
import { useListSearchParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { QueryTable } from '#src/shared/ui/table/query-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { useTableView } from '#src/shared/ui/table/table-view.tsx';
import { groupTasksQuery, startGroup } from './queries.ts';
import { startedWords } from './run-words.ts';
import { StartAllDialog } from './start-all-dialog.tsx';
import { hiddenTaskColumns, taskColumns } from './task-columns.tsx';

/** The autonomous IOC Scan tasks with runs in the group, live. */
export function TasksTab({ groupId }: { groupId: GroupId }) {
  const search = useListSearchParams(groupId, 'sort', 'order', 'q');
  const setPlace = useSetSearchParams();
  const [isConfirming, setIsConfirming] = useState(false);
  const whyNotStart = useDenialReason('start-scans');
  const whyNotSimulate = useDenialReason('simulate');
  const start = useMutation(startGroup(useQueryClient()));
  const sort = taskSorts.find((name) => name === search.sort) ?? 'created';
  const order = search.sort === sort ? (search.order ?? 'asc') : 'desc';
  const tasks = useQuery(groupTasksQuery(groupId, { sort, order, ...(search.q ? { search: search.q } : {}) }));
  const asOf = useAsOf(tasks);
  const zone = viewerZone();
  const tableView = useTableView('tasks', hiddenTaskColumns);
  const columns = taskColumns(zone, (task) => {
    setPlace({ task });
  });
  const narrow = (change: Parameters<typeof setPlace>[0]) => {
    setPlace(change, { replace: true });
  };
  const startable = tasks.data?.startable ?? 0;
  return (
    <Box>
      <QueryTable
        label="IOC Scan tasks"
        words={{ list: 'The tasks', loading: 'Loading tasks', noun: ['task', 'tasks'] }}
        query={tasks}
        columns={columns}
        rowId={(task) => task.id}
        view={tableView}
        csv={{
          name: `tasks-${groupId}`,
          load: () => import('./tasks-csv.ts').then((m) => m.tasksCsv(tasks.data?.rows ?? [], viewerZone())),
        }}
        StaleNotice={LiveNotice}
        sorting={{ sort, order }}
        onSort={narrow}
        note={tasks.data && `Times in ${zone}, as of ${dayTimeIn(zone, asOf ?? tasks.data.asOf)}`}
        loadingRows={4}
        toolbar={
          <>
            <SearchBox
              key={groupId}
              label="Search tasks"
              value={search.q ?? ''}
              onSearch={(q) => {
                narrow({ q });
              }}
            />
            {startable > 0 && (
              <AllowedButton
                disabledReason={whyNotStart}
                onClick={() => {
                  start.reset();
                  setIsConfirming(true);
                }}
              >
                Start all ({startable.toLocaleString('en')})
              </AllowedButton>
            )}
            <Typography role="status">{start.data ? startedWords(start.data) : ''}</Typography>
          </>
        }
        empty={
          search.q ? (
            <EmptyState title="No task matches">
              <p>No task of this group has the text in its name, or in the name of the device it was detected on.</p>
              <Button
                onClick={() => {
                  narrow({ q: undefined });
                }}
              >
                Show all tasks
              </Button>
            </EmptyState>
          ) : (
            <EmptyState title="No IOC Scan tasks in this group">
              <p>
                A task is created when Kaspersky Sandbox detects a threat on a device and a group action is selected.
              </p>
              <AllowedButton
                disabledReason={whyNotSimulate}
                variant="contained"
                color="primary"
                onClick={() => {
                  setPlace({ dialog: 'detection' });
                }}
              >
                Simulate a detection
              </AllowedButton>
            </EmptyState>
          )
        }
      />
      {isConfirming && (
        <StartAllDialog
          startable={startable}
          which="Every run on the devices of this group and its subgroups"
          starting={start.isPending}
          error={start.error}
          onStart={() => {
            start.mutate(
              { groupId, expected: startable },
              {
                onSuccess: () => {
                  setIsConfirming(false);
                },
              },
            );
          }}
          onClose={() => {
            start.reset();
            setIsConfirming(false);
          }}
        />
      )}
    </Box>
  );
}
