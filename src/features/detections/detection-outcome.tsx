import { Alert, Button, DialogActions, DialogContent, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { DetectionView } from '#contract/tasks.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useRouteGroup } from '#src/shared/navigation/route-location.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { MissingConditions } from './missing-conditions.tsx';
import { localWords, outcomeOf, startSentences } from './outcome-words.ts';

interface DetectionOutcomeProps {
  readonly detection: DetectionView;
  /** Whether a later instant was requested. */
  readonly later: boolean;
  readonly onClose: () => void;
  readonly onTask: (task: NonNullable<DetectionView['taskId']>) => void;
}

/** The outcome of a detection: its task, the missing conditions, or that it is processed later. */
export function DetectionOutcome({ detection, later, onClose, onTask }: DetectionOutcomeProps) {
  const { taskId, device } = detection;
  const groupId = useRouteGroup();
  const outcome = outcomeOf(detection, later, useSimulatedNow());
  return (
    <>
      <DialogContent dividers sx={{ px: 5 }}>
        {outcome === 'expected' && (
          <Alert severity="info">
            The detection on {device.name} lies ahead: it is carried out at{' '}
            {dayTimeIn(viewerZone(), detection.detectedAt)} ({viewerZone()}), in simulated time.
          </Alert>
        )}
        {outcome === 'task-created' && taskId && <TaskCreated taskId={taskId} deviceName={device.name} />}
        {outcome === 'no-task' && (
          <Alert severity="warning">
            The detection on {device.name} created no task. What was missing:
            <MissingConditions detection={detection} groupId={groupId} />
          </Alert>
        )}
        {outcome !== 'expected' && <Typography sx={{ mt: 3 }}>{localWords(detection)}</Typography>}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        {outcome === 'task-created' && taskId && (
          <Button
            variant="contained"
            color="primary"
            onClick={() => {
              onTask(taskId);
            }}
          >
            Open the task
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  );
}

interface TaskCreatedProps {
  readonly taskId: NonNullable<DetectionView['taskId']>;
  readonly deviceName: string;
}

function TaskCreated({ taskId, deviceName }: TaskCreatedProps) {
  const task = useQuery(queryOf('task', { params: { taskId } }));
  return (
    <Alert severity="success">
      The detection on {deviceName} created an autonomous IOC Scan task for the devices of the policy’s group.
      {task.data && ` ${startSentences(task.data, viewerZone()).join(' ')}`}
    </Alert>
  );
}
