import type { DetectionView } from '#contract/tasks.ts';
import { groupIdSchema } from '#domain/ids.ts';
import type { DetectionOutcome } from '#domain/response/detection.ts';
import { legitimateApplicationLabels } from '#domain/response/legitimate-applications.ts';
import { onlyScenario } from '#src/shared/navigation/route-location.ts';
import { dayTimeIn, offsetIn } from '#src/shared/time/format.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { FailedReason } from './failed-detections.tsx';
import { AnchorLink, InlineMissingConditions } from './missing-conditions.tsx';

export const outcomeLabels: Readonly<Record<DetectionOutcome, string>> = {
  expected: 'Expected',
  'task-created': 'Task created',
  'no-task': 'No task',
  failed: 'Failed',
};

const root = groupIdSchema.parse('managed-devices');

const objectsOf = ({ objects }: DetectionView) => objects.map(({ fileName }) => fileName).join(', ');
/** A threat, or a kind of legitimate application. */
export const kindOf = ({ legitimateApplication: kind }: DetectionView) =>
  kind === null ? 'Threat' : legitimateApplicationLabels[kind];
const inDeviceTime = ({ detectedAt, device: { timeZone } }: DetectionView) =>
  `${dayTimeIn(timeZone, detectedAt)} ${offsetIn(timeZone, detectedAt)}`;

/** The columns of the list of detections. @param zone the display zone */
export const detectionColumns = (zone: string): readonly Column<DetectionView, 'detected'>[] => [
  {
    id: 'detected',
    title: `Detected (${zone})`,
    sort: 'detected',
    cell: ({ detectedAt }) => dayTimeIn(zone, detectedAt),
  },
  { id: 'device-time', title: 'In the device’s time', cell: inDeviceTime },
  {
    id: 'device',
    title: 'Device',
    cell: ({ device }) => (
      <AnchorLink
        to="/groups/$groupId/$tab"
        params={{ groupId: root, tab: 'devices' }}
        search={(before) => ({ ...onlyScenario(before), device: device.id })}
      >
        {device.name}
      </AnchorLink>
    ),
  },
  { id: 'objects', title: 'Objects', cell: objectsOf },
  { id: 'kind', title: 'Kind', cell: kindOf },
  {
    id: 'outcome',
    title: 'Outcome',
    cell: ({ outcome, taskId }) =>
      taskId === null ? (
        outcomeLabels[outcome]
      ) : (
        <AnchorLink
          to="/groups/$groupId/$tab"
          params={{ groupId: root, tab: 'tasks' }}
          search={(before) => ({ ...onlyScenario(before), task: taskId })}
        >
          {outcomeLabels[outcome]}
        </AnchorLink>
      ),
  },
  {
    id: 'why',
    title: 'Why no task',
    grow: true,
    cell: (detection) =>
      detection.failure === null ? (
        <InlineMissingConditions detection={detection} />
      ) : (
        <FailedReason detection={detection} />
      ),
  },
];
