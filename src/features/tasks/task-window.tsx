import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Skeleton,
  Stack,
  Typography,
} from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskView } from '#contract/tasks.ts';
import type { RunId, TaskId } from '#domain/ids.ts';
import type { RunState } from '#domain/response/run.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { noWindow, useSetPlace } from '#src/shared/navigation/place.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { MissingWindow } from '#src/shared/ui/missing-window.tsx';
import { FailedState, LoadingRows } from '#src/shared/ui/page-states.tsx';
import { Pager } from '#src/shared/ui/pager.tsx';
import { IocFile } from './ioc-file.tsx';
import { startRuns, taskQuery, taskRunsQuery } from './queries.ts';
import { StateFilter } from './run-counts.tsx';
import { RunTable } from './run-table.tsx';
import { startedWords } from './run-words.ts';

const pageSize = 25;

/** The window of one task: its detection, its IOC file, and its runs device by device, live. */
export function TaskWindow({ taskId }: { taskId: TaskId }) {
  const task = useQuery(taskQuery(taskId));
  const setPlace = useSetPlace();
  const close = () => {
    setPlace(noWindow);
  };
  if (task.data) return <TaskDetails task={task.data} onClose={close} />;
  if (task.isError)
    return <MissingWindow what="task" error={task.error} onRetry={() => void task.refetch()} onClose={close} />;
  return <Skeleton height={1} />;
}

function TaskDetails({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const [showFile, setShowFile] = useState(false);
  const zone = viewerZone();
  const { detection } = task;
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth={false}
      aria-labelledby="task-title"
      slotProps={{ paper: { sx: { width: 1280, height: '88vh' } } }}
    >
      <DialogTitle variant="h2" id="task-title">
        Task: {task.name}
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Box>
          <Typography>
            Detected on {detection.device.name} at {dayTimeIn(zone, detection.detectedAt)} ({zone}) · group{' '}
            {task.group.name} · removed after {dayTimeIn(zone, task.removedAfter)}
          </Typography>
          {detection.objects.map((object) => (
            <Typography key={object.md5} color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
              {object.fileName} {object.path && `in ${object.path} `}· MD5 {object.md5}
            </Typography>
          ))}
          <Button
            sx={{ mt: 2 }}
            aria-expanded={showFile}
            onClick={() => {
              setShowFile(!showFile);
            }}
          >
            {showFile ? 'Hide IOC file' : 'View IOC file'}
          </Button>
        </Box>
        {showFile && <IocFile taskId={task.id} />}
        <TaskRuns task={task} />
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        <Button variant="contained" color="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function TaskRuns({ task }: { task: TaskView }) {
  const [state, setState] = useState<RunState | null>(null);
  const [page, setPage] = useState(1);
  const [selected, setSelected] = useState<ReadonlySet<RunId>>(new Set());
  const runs = useQuery(taskRunsQuery(task.id, { page, pageSize, ...(state ? { state } : {}) }));
  const start = useMutation(startRuns(useQueryClient()));
  const startThese = (these: RunId[] | 'all') => {
    start.mutate(
      { taskId: task.id, runs: these },
      {
        onSuccess: () => {
          setSelected(new Set());
        },
      },
    );
  };
  const choose = (chosen: RunState | null) => {
    setState(chosen);
    setPage(1);
  };
  const toggle = (id: RunId) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  return (
    <Box>
      <Stack direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', mb: 2, flexWrap: 'wrap' }}>
        <StateFilter counts={task.counts} total={task.runCount} chosen={state} onChoose={choose} />
        <Box sx={{ flex: 1 }} />
        {selected.size > 0 && (
          <Button
            onClick={() => {
              startThese([...selected]);
            }}
          >
            Start selected ({selected.size})
          </Button>
        )}
        {task.startable > 0 && (
          <Button
            onClick={() => {
              startThese('all');
            }}
          >
            Start all ({task.startable.toLocaleString('en')})
          </Button>
        )}
      </Stack>
      <Typography role="status">{start.data ? startedWords(start.data) : ''}</Typography>
      {start.isError && <Alert severity="error">{sentenceOf(start.error)}</Alert>}
      {runs.isPending && <LoadingRows label="Loading runs" />}
      {runs.isError && !runs.data && (
        <FailedState what="The runs" error={runs.error} onRetry={() => void runs.refetch()} />
      )}
      {runs.data && (
        <>
          <RunTable
            label="Runs"
            rows={runs.data.rows}
            subject={{ title: 'Device', cell: (run) => run.device.name }}
            selection={{ ids: selected, onToggle: toggle }}
            onStart={(run) => {
              startThese([run.id]);
            }}
          />
          <Pager page={page} pageSize={pageSize} total={runs.data.total} what="runs" onPage={setPage} />
        </>
      )}
    </Box>
  );
}
