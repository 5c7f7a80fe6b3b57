import type { Answer } from '#contract/operations.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

/** The preview of a stream. @param zone of the instants */
export function streamWords({ detections, devices, of, first, last }: Answer<'previewDetectionStream'>, zone: string) {
  const many = formatCount(detections, ['detection', 'detections']);
  return `${many} on ${devices.toLocaleString('en')} of ${formatCount(of, ['device', 'devices'])}, from ${dayTimeIn(zone, first)} to ${dayTimeIn(zone, last)} (${zone}), in simulated time.`;
}
