import { z } from 'zod';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';

/** A compact instant: `20261124T1800Z`, with seconds if they are not zero. */
const instant = String.raw`\d{8}T\d{4}(?:\d{2})?Z`;
/** An instant in any ISO 8601 form, with its offset: `2026-11-24T18:00Z`. */
const anyInstant = String.raw`[\dTZ:+ -]{8,35}`;
const number = String.raw`\d{1,4}(?:\.\d{1,2})?`;

const text = (pattern: string) =>
  z
    .string()
    .regex(new RegExp(`^(?:${pattern})$`))
    .optional()
    .catch(undefined);

/**
 * What the address says of the *Schedule* tab, each in one short word. What it means, and whether it makes sense
 * together, is for the tab to say (`src/features/schedule/inputs/inputs.ts`).
 */
export const scheduleSearchParams = {
  /** Forecast for one device instead of the group. */
  on: deviceIdSchema.optional().catch(undefined),
  /** Detections: instants with a dot between, or a stream as `<from>_<days>_<a day>`. */
  at: text(String.raw`${anyInstant}(?:\.${anyInstant}){0,99}`),
  stream: text(`${anyInstant}_${number}_${number}`),
  /** The settings to compare with: hand-set as `<scope>_<start>`, or a write that was not made, deflated. */
  set: text(String.raw`(?:system-drives|critical-areas)_(?:manual|immediate|\d{4}-\d{4})`),
  draft: text(String.raw`[\w-]{1,12000}`),
  /** Offline: percent and hours, as `8_24` or `8_never`. */
  off: text(`${number}_(?:${number}|never)`),
  /** How long scans take, in minutes: of critical file areas, then of system drives, as `6-24_60-240`. */
  scan: text(String.raw`\d{1,4}-\d{1,4}_\d{1,4}-\d{1,4}`),
  /** The seed of the sample, and the number of the first detection's task. */
  sample: z.coerce.number().int().min(0).max(0xffff_ffff).optional().catch(undefined),
  first: z.coerce.number().int().min(1).max(1_000_000_000).optional().catch(undefined),
  /** The zone of the axis: `server`, or the name of a zone; the viewer's own without it. */
  axis: z.string().max(64).optional().catch(undefined),
  /** The part of time in the picture, as `<from>-<to>`; all of it without. */
  view: text(`${instant}-${instant}`),
  /** The picture as a table, bin by bin. */
  show: z.literal('table').optional().catch(undefined),
  /** What narrows the table of runs. */
  side: z.literal('now').optional().catch(undefined),
  fate: z.enum(['at-once', 'waits', 'manual', 'offline', 'zone-unknown']).optional().catch(undefined),
  zone: z.string().max(64).optional().catch(undefined),
  sub: groupIdSchema.optional().catch(undefined),
  by: z.string().max(64).optional().catch(undefined),
  starts: text(`${instant}-${instant}`),
};
