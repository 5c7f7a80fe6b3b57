import type { Forecast } from '#contract/forecast.ts';
import { dayYearTimeIn } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { formatDeciders } from '../results/decider-text.ts';
import { describeCompared, describeDetections, describeDurations, describeOffline } from '../inputs/input-text.ts';
import type { Detections, Inputs } from '../inputs/inputs.ts';

interface CaptionInputs {
  readonly inputs: Pick<Inputs, 'compared' | 'offline' | 'durations'>;
  readonly detections: Detections;
  readonly answer: Pick<Forecast, 'asOf' | 'seed' | 'firstTask' | 'devices' | 'now' | 'draft'>;
  /** Where the place is, from *Managed devices* down. */
  readonly path: string;
  /** In which all instants are said. */
  readonly zone: string;
}

/** What a picture must say where the console is not beside it: what was asked, as of when, and who decided. */
export function chartCaption({ inputs, detections, answer, path, zone }: CaptionInputs): readonly string[] {
  const inputLabels = [
    `Detection: ${describeDetections(detections, zone, null)}`,
    `Settings: ${describeCompared(inputs.compared)}`,
    `Offline: ${describeOffline(inputs.offline)}`,
    `Scans take: ${describeDurations(inputs.durations)}`,
    `Sample #${String(answer.seed)}, task ${String(answer.firstTask)}`,
  ];
  const deciders = answer.draft
    ? [
        `Decided by, draft: ${formatDeciders(answer.draft, zone)}`,
        `Decided by, now: ${formatDeciders(answer.now, zone)}`,
      ]
    : [`Decided by: ${formatDeciders(answer.now, zone)}`];
  return [
    `${path} · ${formatCount(answer.devices, ['device', 'devices'])} · As of ${dayYearTimeIn(zone, answer.asOf)} · All times in ${zone}`,
    inputLabels.join(' · '),
    ...deciders,
  ];
}

/**
 * A text cut into lines between its words; a word longer than a line stands alone.
 * @param fits whether a line is no wider than there is room
 */
export function wrapText(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || !fits(longer)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
