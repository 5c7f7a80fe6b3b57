import type { Input } from '#contract/operations.ts';
import type { DetectionView } from '#contract/tasks.ts';
import { missingSentences } from '#domain/response/detection.ts';
import { allRows } from '#src/shared/api/all-rows.ts';
import { call } from '#src/shared/api/client.ts';
import { instantColumn, instantText, type CsvColumn, type CsvTable } from '#src/shared/csv/csv-table.ts';
import { kindOf, outcomeLabels } from './detection-columns.tsx';

/** One object of a detection: *Import detections* reads one line per object. */
export interface DetectedObjectRow {
  readonly detection: DetectionView;
  readonly object: DetectionView['objects'][number];
}

/** All matching detections as a CSV table. @param zone of its instants */
export async function detectionsCsv(
  query: Partial<Input<'detections'>['query']>,
  zone: string,
): Promise<CsvTable<DetectedObjectRow>> {
  const detections = await allRows((part) => call('detections', { query: { ...query, ...part } }));
  return { columns: detectionCsvColumns(zone), rows: detections.flatMap(objectRows) };
}

export const objectRows = (detection: DetectionView): DetectedObjectRow[] =>
  detection.objects.map((object) => ({ detection, object }));

/** The columns, with the headings that *Import detections* reads. */
export const detectionCsvColumns = (zone: string): readonly CsvColumn<DetectedObjectRow>[] => [
  instantColumn('Detected', zone, ({ detection }) => detection.detectedAt),
  {
    heading: 'Detected (device time)',
    text: ({ detection: { detectedAt, device } }) => instantText(device.timeZone, detectedAt),
  },
  { heading: 'Device', text: ({ detection }) => detection.device.name },
  { heading: 'Device time zone', text: ({ detection }) => detection.device.timeZone },
  { heading: 'File name', text: ({ object }) => object.fileName },
  { heading: 'Path', text: ({ object }) => object.path },
  { heading: 'MD5', text: ({ object }) => object.md5 },
  { heading: 'Kind', text: ({ detection }) => kindOf(detection) },
  { heading: 'Outcome', text: ({ detection }) => outcomeLabels[detection.outcome] },
  { heading: 'Task', text: ({ detection }) => detection.taskId ?? '' },
  {
    heading: 'Why no task',
    text: ({ detection: { failure, missing } }) =>
      failure ?? missing.map(({ condition }) => missingSentences[condition]).join(' '),
  },
];
