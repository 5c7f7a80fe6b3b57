import { z } from 'zod';
import type { DeviceRow } from '#contract/devices.ts';
import { detectedObjectSchema } from '#contract/tasks.ts';
import { legitimateApplications } from '#domain/response/legitimate-applications.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { instantOfWallTime } from '#src/shared/time/wall-time.ts';

/** The form values; `at` is a wall time of the display zone, used only for *later*. */
export const detectionFormSchema = z.object({
  device: z
    .custom<DeviceRow | null>()
    .refine((device) => device !== null, 'Choose the device on which the threat is found.'),
  when: z.enum(['now', 'later']),
  at: z.string(),
  /** The kind of a legitimate application; null for a threat. */
  application: z.enum(legitimateApplications).nullable(),
  objects: z.array(detectedObjectSchema).min(1, 'Enter at least one object.').max(100, 'At most 100 objects.'),
});

export type DetectionForm = z.input<typeof detectionFormSchema>;
export type FilledDetection = z.output<typeof detectionFormSchema>;

export const blankObject = { fileName: '', path: '', md5: '' };
export const blankDetection: DetectionForm = {
  device: null,
  when: 'now',
  at: '',
  application: null,
  objects: [blankObject],
};

/** The entered instant, epoch milliseconds UTC, or an error. @param zone the display zone */
export function laterInstant(at: string, nowMs: number, zone: string): number | { readonly error: string } {
  const atMs = at === '' ? null : instantOfWallTime(at, zone);
  if (atMs === null) return { error: 'Enter a date and a time.' };
  if (atMs <= nowMs) return { error: `This has passed: in ${zone} it is ${dayTimeIn(zone, nowMs)} in simulated time.` };
  return atMs;
}

export type DetectionField = 'device' | 'at' | 'objects' | `objects.${number}.${keyof typeof blankObject}`;

/** The form field of a backend error's JSON pointer; null if there is none. */
export function fieldAt(path: string): DetectionField | null {
  if (path === '/deviceId') return 'device';
  if (path === '/at') return 'at';
  if (path === '/objects') return 'objects';
  const match = /^\/objects\/(\d+)\/(fileName|path|md5)$/.exec(path);
  const [, index, part] = match ?? [];
  if (part !== 'fileName' && part !== 'path' && part !== 'md5') return null;
  return `objects.${Number(index)}.${part}`;
}
