import { Box, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskView } from '#contract/tasks.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { usePlace, useSetPlace } from '#src/shared/navigation/place.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { DataTable, type Column } from '#src/shared/ui/data-table.tsx';
import { EmptyState, FailedState, LoadingRows } from '#src/shared/ui/page-states.tsx';
import { TextButton } from '#src/shared/ui/text-button.tsx';
import { groupTasksQuery } from './queries.ts';
import { RunCounts } from './run-counts.tsx';
import { StartAllQuestion } from './start-all-question.tsx';

/** The autonomous IOC Scan tasks with runs in the group, live. */
export function TasksTab() {
  const { groupId } = usePlace();
  const setPlace = useSetPlace();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const tasks = useQuery(groupTasksQuery(groupId));
  const zone = viewerZone();
  const simulate = () => {
    setPlace({ dialog: 'detection' });
  };
  if (tasks.isPending) return <LoadingRows label="Loading tasks" />;
  if (!tasks.data) return <FailedState what="The tasks" error={tasks.error} onRetry={() => void tasks.refetch()} />;
  const { rows, startable, asOf } = tasks.data;
  return (
    <Box>
      <Stack direction="row" useFlexGap sx={{ py: 2, gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button onClick={simulate}>Simulate a detection</Button>
        {startable > 0 && (
          <Button
            onClick={() => {
              setAsking(true);
            }}
          >
            Start all ({startable.toLocaleString('en')})
          </Button>
        )}
        <Typography role="status">{said}</Typography>
        <Typography color={tasks.isError ? 'error' : 'textSecondary'} sx={{ ml: 'auto' }}>
          {tasks.isError && `The list could not be refreshed. ${sentenceOf(tasks.error)} `}
          As of {dayTimeIn(zone, asOf)}, {zone}
        </Typography>
      </Stack>
      {rows.length === 0 ? (
        <EmptyState title="No IOC Scan tasks in this group">
          <p>A task is created when Kaspersky Sandbox detects a threat on a device and a group action is selected.</p>
          <Button variant="contained" color="primary" onClick={simulate}>
            Simulate a detection
          </Button>
        </EmptyState>
      ) : (
        <DataTable
          label="IOC Scan tasks"
          columns={columnsIn(zone, (task) => {
            setPlace({ task: task.id });
          })}
          rows={rows}
          rowId={(task) => task.id}
        />
      )}
      {asking && (
        <StartAllQuestion
          groupId={groupId}
          startable={startable}
          onClose={(sentence) => {
            setAsking(false);
            if (sentence !== null) setSaid(sentence);
          }}
        />
      )}
    </Box>
  );
}

const columnsIn = (zone: string, open: (task: TaskView) => void): Column<TaskView>[] => [
  {
    id: 'name',
    title: 'Task',
    cell: (task) => (
      <TextButton
        onClick={() => {
          open(task);
        }}
      >
        {task.name}
      </TextButton>
    ),
  },
  {
    id: 'detection',
    title: 'Detected on',
    cell: ({ detection }) => <TwoLines first={detection.device.name} second={dayTimeIn(zone, detection.detectedAt)} />,
  },
  { id: 'created', title: `Created (${zone})`, cell: (task) => <Nowrap>{dayTimeIn(zone, task.createdAt)}</Nowrap> },
  {
    id: 'counts',
    title: 'Runs by state',
    cell: (task) => <RunCounts counts={task.counts} />,
  },
  {
    id: 'runs',
    title: 'Runs',
    align: 'right',
    cell: (task) => task.runCount.toLocaleString('en'),
  },
  {
    id: 'next',
    title: 'Next start',
    cell: (task) => <Nowrap>{task.nextStart ? dayTimeIn(zone, task.nextStart) : 'None planned'}</Nowrap>,
  },
  { id: 'removed', title: 'Removed after', cell: (task) => <Nowrap>{dayTimeIn(zone, task.removedAfter)}</Nowrap> },
];

const Nowrap = ({ children }: { children: string }) => (
  <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
    {children}
  </Box>
);

const TwoLines = ({ first, second }: { first: string; second: string }) => (
  <Box sx={{ whiteSpace: 'nowrap' }}>
    {first}
    <Typography variant="body2" color="textSecondary">
      {second}
    </Typography>
  </Box>
);
