import { useQuery } from '@tanstack/react-query';
import { queryOf } from '#src/shared/api/queries.ts';
import { axisWords, type Axis } from './axis.ts';
import { ExportMenu } from './export-menu.tsx';
import { detectionWords } from './input-words.ts';
import { pictureId } from './picture-id.ts';
import { pinnedQuestion } from './pinned.ts';
import { runsAsked } from './runs-asked.ts';
import type { ScheduleAddress } from './use-schedule-address.ts';
import type { Answered } from './use-what-if.ts';

interface ScheduleExportProps {
  readonly address: ScheduleAddress;
  readonly shown: Answered;
  readonly axis: Axis;
}

/** What is in sight, as files. */
export function ScheduleExport({ address, shown, axis }: ScheduleExportProps) {
  const { groupId, detections, inputs } = address;
  const group = useQuery(queryOf('group', { params: { groupId } }));
  const { answer } = shown;
  const drafted = answer.draft !== null;
  const place = inputs.on ?? group.data?.name ?? groupId;
  const beside = drafted ? 'bars: the draft, dashes: now; ' : '';
  return (
    <ExportMenu
      name={`schedule-${inputs.on ?? groupId}`}
      title={`${place}: IOC scans after a detection at ${detectionWords(detections, axis.zone, null)}`}
      legend={`Starts (${beside}sample #${String(answer.seed)}), what is expected with the range of 95 of 100 samples, and scans running at once (curve). In ${axisWords(axis)}.`}
      asOf={answer.asOf}
      asked={runsAsked(pinnedQuestion(shown), {}, drafted)}
      pictureId={pictureId}
    />
  );
}
