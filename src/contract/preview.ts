import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { op } from './operation.ts';
import { scanStartSchema } from './settings.ts';
import { timeZoneSchema } from './time-zone.ts';

/** A preview of the start rule; nothing is stored. */
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
        /** The instant of an immediate start, or null. */
        at: z.string().nullable(),
        window: interval.nullable(),
      }),
    ),
  })
  .meta({ id: 'Preview' });

/** The preview of the start rule. */
export const previewOperations = {
  preview: op('POST', '/preview', 'When would tasks start?', {
    needs: 'view',
    body: previewBody,
    answer: previewSchema,
    reads: true,
  }),
} as const;
