import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { op } from './operation.ts';
import { scanStartSchema } from './settings.ts';
import { timeZoneSchema } from './time-zone.ts';

/** What would start when: the start rule asked directly, with nothing stored. */
export const previewBody = z
  .strictObject({
    start: scanStartSchema,
    timeZone: timeZoneSchema,
    from: instantSchema,
    to: instantSchema,
    createdAt: z.array(instantSchema).max(100).default([]),
  })
  .refine((b) => Date.parse(b.from) < Date.parse(b.to), { error: '`to` must be later than `from`', path: ['to'] })
  .refine((b) => Date.parse(b.to) - Date.parse(b.from) <= 366 * 86_400_000, {
    error: 'Ask for at most a year',
    path: ['to'],
  })
  .meta({ id: 'PreviewRequest' });

const interval = z.object({ opensAt: z.string(), closesAt: z.string() });
export const previewSchema = z
  .object({
    windows: z.array(interval),
    starts: z.array(
      z.object({
        createdAt: z.string(),
        because: z.enum(['immediate', 'inside-window', 'outside-window', 'manual', 'zone-unknown']),
        /** The instant for a start at once; null otherwise. */
        at: z.string().nullable(),
        window: interval.nullable(),
      }),
    ),
  })
  .meta({ id: 'Preview' });

/** The start rule, asked directly. */
export const previewOperations = {
  preview: op('POST', '/preview', 'When would tasks start?', {
    needs: 'view',
    body: previewBody,
    answer: previewSchema,
    reads: true,
  }),
} as const;
