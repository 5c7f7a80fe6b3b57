import { z } from 'zod';
import { forecastBody } from '#contract/forecast.ts';
import { toInstant } from '#contract/time.ts';
import { instantOfWallTime, wallTimeIn } from '#src/shared/time/wall-time.ts';
import type { Detections } from './inputs.ts';

/** What a person fills in: instants as date and time in the form's zone, numbers as they are typed. */
export interface DetectionFields {
  readonly kind: 'at' | 'stream';
  readonly instants: { readonly at: string }[];
  readonly from: string;
  readonly days: string;
  readonly perDay: string;
}

const dateMessage = 'Enter a date and a time.';
/** The most instants of one question. */
export const mostInstants = 100;

/** The detections as the form shows them. */
export function toDetectionFields(detections: Detections, zone: string): DetectionFields {
  const [first = 0] = detections.kind === 'at' ? detections.instants : [detections.fromMs];
  const instants = detections.kind === 'at' ? detections.instants : [first];
  return {
    kind: detections.kind,
    instants: instants.map((atMs) => ({ at: wallTimeIn(zone, atMs) })),
    from: wallTimeIn(zone, first),
    days: detections.kind === 'stream' ? String(detections.days) : '7',
    perDay: detections.kind === 'stream' ? String(detections.perDay) : '2',
  };
}

/** The form's schema: only what the chosen kind needs is judged, by the rules of the contract. */
export const detectionFieldsSchema = (zone: string) =>
  z
    .object({
      kind: z.enum(['at', 'stream']),
      instants: z.array(z.object({ at: z.string() })),
      from: z.string(),
      days: z.string(),
      perDay: z.string(),
    })
    .transform((fields, context): Detections => {
      const fault = (path: (string | number)[], message: string) => {
        context.addIssue({ code: 'custom', message, path });
      };
      if (fields.kind === 'at') {
        const instants = fields.instants.map(({ at }) => instantOfWallTime(at, zone));
        instants.forEach((atMs, place) => {
          if (atMs === null) fault(['instants', place, 'at'], dateMessage);
        });
        const known = instants.filter((atMs) => atMs !== null).sort((a, b) => a - b);
        return known.length < instants.length ? z.NEVER : { kind: 'at', instants: [...new Set(known)] };
      }
      const fromMs = instantOfWallTime(fields.from, zone);
      if (fromMs === null) fault(['from'], dateMessage);
      const [days, perDay] = [numberOf(fields.days), numberOf(fields.perDay)];
      const judged = forecastBody.shape.detections.safeParse({
        kind: 'stream',
        from: toInstant(fromMs ?? 0),
        days,
        perDay,
      });
      for (const { path, message } of judged.error?.issues ?? []) fault(path.map(String), message);
      return fromMs === null || !judged.success ? z.NEVER : { kind: 'stream', fromMs, days, perDay };
    });

/** An empty field is no number. */
export const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));
