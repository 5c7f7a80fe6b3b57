import type { Answer } from '#contract/operations.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

/** Labels of the columns of a file, by their names in the contract. */
export const detectionLabels = {
  detectedAt: 'Detected at',
  device: 'Device',
  fileName: 'File name',
  path: 'Path',
  md5: 'MD5',
  hash: 'Hash',
} as const;

type Counts = Pick<Answer<'importDetections'>, 'detections' | 'atOnce' | 'devices'>;

/** The preview of an import. */
export function previewLines({ detections, atOnce, devices }: Counts): string[] {
  const on = `on ${formatCount(devices, ['device', 'devices'])}`;
  return [
    `${formatCount(detections, ['detection', 'detections'])} ${on}: ${formatCount(detections - atOnce, ['is', 'are'])} expected at a later instant, ${formatCount(atOnce, ['happens', 'happen'])} now.`,
  ];
}

/** The result of an import. */
export function importedWords({ detections, atOnce, invalid }: Counts & { readonly invalid: number }): string {
  const left = invalid > 0 ? ` ${formatCount(invalid, ['line was', 'lines were'])} left out.` : '';
  const now = atOnce > 0 ? `, ${formatCount(atOnce, ['of them now', 'of them now'])}` : '';
  return `${formatCount(detections, ['detection', 'detections'])} imported${now}.${left}`;
}
