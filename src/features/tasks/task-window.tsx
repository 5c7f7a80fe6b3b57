import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskView } from '#contract/tasks.ts';
import type { TaskId } from '#domain/ids.ts';
import { closedWindowParams, useSearchParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { MissingWindow } from '#src/shared/ui/dialog/missing-window.tsx';
import { DecisionsDialog } from './decisions-dialog.tsx';
import { DetectedObjects } from './detected-objects.tsx';
import { IocFile } from './ioc-file.tsx';
import { taskQuery } from './queries.ts';
import { removalSentences } from './removal-words.ts';
import { TaskRuns } from './task-runs.tsx';
import { TaskTimeline } from './task-timeline.tsx';

/** The window of a task: detection, IOC file and live runs. */
export function TaskWindow({ taskId }: { taskId: TaskId }) {
  const task = useQuery(taskQuery(taskId));
  const setPlace = useSetSearchParams();
  const close = () => {
    setPlace(closedWindowParams);
  };
  if (task.data) return <TaskDetails task={task.data} onClose={close} />;
  if (task.isError)
    return <MissingWindow what="task" error={task.error} onRetry={() => void task.refetch()} onClose={close} />;
  return <Skeleton height={1} />;
}

function TaskDetails({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const [showFile, setShowFile] = useState(false);
  const { decisionsOf } = useSearchParams('decisionsOf');
  const zone = viewerZone();
  const { detection } = task;
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth={false}
      aria-labelledby="task-title"
      slotProps={{ paper: { sx: { width: 1360, height: '88vh' } } }}
    >
      <DialogTitle variant="h2" id="task-title">
        Task: {task.name}
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Box>
          <Typography>
            Detected on {detection.device.name} at {dayTimeIn(zone, detection.detectedAt)} ({zone}) · group{' '}
            {task.group.name}
          </Typography>
          <Typography color="textSecondary">{removalSentences(task, zone)}</Typography>
          <DetectedObjects objects={detection.objects} />
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
        <TaskTimeline taskId={task.id} />
        <TaskRuns task={task} />
        {decisionsOf && <DecisionsDialog runId={decisionsOf} />}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        <Button variant="contained" color="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
