import { useQuery } from '@tanstack/react-query';
import { queryOf } from '#src/shared/api/queries.ts';
import { useSession } from '#src/shared/rights/denial-reason.ts';
import { axisLabel, type Axis } from '../inputs/axis.ts';
import { ExportMenu } from './export-menu.tsx';
import { describeDetections } from '../inputs/input-text.ts';
import { chartCaption } from './chart-caption.ts';
import { chartElementId } from '../chart/chart-id.ts';
import { reproducibleQuestion } from '../inputs/reproducible-inputs.ts';
import { runsRequest } from '../results/runs-request.ts';
import type { ScheduleSearch } from '../inputs/use-schedule-search.ts';
import type { Answered } from '../use-forecast.ts';

interface ScheduleExportProps {
  readonly address: ScheduleSearch;
  readonly shown: Answered;
  readonly axis: Axis;
}

/** What is in sight, as files that say what was asked, as of when, and who decided. */
export function ScheduleExport({ address, shown, axis }: ScheduleExportProps) {
  const { groupId, detections, inputs } = address;
  const { on } = inputs;
  const group = useQuery(queryOf('group', { params: { groupId } })).data;
  const device = useQuery({
    ...queryOf('device', on === null ? {} : { params: { deviceId: on } }),
    enabled: on !== null,
  }).data;
  const world = useSession();
  const { answer } = shown;
  const { zone } = axis;
  // The files name both: without them there are none.
  if (!group || !world) return null;
  const drafted = answer.draft !== null;
  const place =
    on === null
      ? { kind: 'group' as const, id: groupId, name: group.name }
      : { kind: 'device' as const, id: on, name: device?.name ?? on };
  const path = [...group.path.map(({ name }) => name), ...(on === null ? [] : [place.name])].join(' / ');
  const beside = drafted ? 'bars: the draft, dashes: now; ' : '';
  const title = `${place.name}: IOC scans after a detection at ${describeDetections(detections, zone, null)}, ${zone}`;
  return (
    <ExportMenu
      name={`schedule-${place.id}`}
      calendar={{
        ...{ title, place, path, zone, world, asOf: answer.asOf },
      }}
      text={{
        title,
        legend: `Starts (${beside}sample #${String(answer.seed)}), what is expected with the range of 95 of 100 samples, and scans running at once (curve). In ${axisLabel(axis)}.`,
        caption: chartCaption({ inputs, detections, answer, path, zone }),
      }}
      runsRequest={runsRequest(reproducibleQuestion(shown), {}, drafted)}
      chartElementId={chartElementId}
    />
  );
}
