import { z } from 'zod';
import { userIdSchema } from '#domain/ids.ts';
import { rightSchema, roleSchema } from './rights.ts';
import { scanStartSchema } from './settings.ts';
import { instantSchema, timeZoneSchema } from './time.ts';

export const rates = [1, 60, 3600] as const;

/** The simulated clock: `now` held at the real instant `asOf` and runs on from there at `rate`, unless paused. */
export const clockSchema = z
  .object({
    now: z.string(),
    rate: z.union([z.literal(1), z.literal(60), z.literal(3600)]),
    paused: z.boolean(),
    /** True while simulated time is real time. */
    real: z.boolean(),
  })
  .meta({ id: 'Clock' });

export const clockCommandBody = z
  .discriminatedUnion('command', [
    z.strictObject({ command: z.literal('pause') }),
    z.strictObject({ command: z.literal('run'), rate: z.union([z.literal(1), z.literal(60), z.literal(3600)]) }),
    /** Forward only: simulated time never runs back, but for `real`. */
    z.strictObject({ command: z.literal('jump'), to: instantSchema }),
    z.strictObject({ command: z.literal('real') }),
  ])
  .meta({ id: 'ClockCommand' });

const minutes = z
  .int('Enter whole minutes.')
  .min(1, 'A scan takes at least 1 minute.')
  .max(1440, 'A scan takes at most 1440 minutes.');
const span = z
  .strictObject({ fromMinutes: minutes, toMinutes: minutes })
  .refine(({ fromMinutes, toMinutes }) => fromMinutes <= toMinutes, {
    error: 'The longest scan may not be shorter than the shortest.',
    path: ['toMinutes'],
  });

/**
 * How long scans take in the simulation, by scope: whole minutes from the shortest to the longest, uniform over the runs.
 * A model that is stated, not measured. It holds for tasks created from then on, and for a waiting run whose scope a
 * later change of settings makes another one; every other run keeps the duration it has.
 */
export const durationModelSchema = z
  .strictObject({ 'system-drives': span, 'critical-areas': span })
  .meta({ id: 'DurationModel' });

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
        because: z.enum(['immediate', 'inside-window', 'outside-window', 'manual']),
        /** The instant for a start at once; null otherwise. */
        at: z.string().nullable(),
        window: interval.nullable(),
      }),
    ),
  })
  .meta({ id: 'Preview' });

/** What world this is and how it is kept. */
export const worldSchema = z
  .object({
    scenario: z.string(),
    seed: z.int(),
    /** `indexed-db`: a save is on disk when it is answered; `memory`: gone with the worker. */
    persistence: z.enum(['indexed-db', 'memory']),
    /** True when data of an unknown version was found and set aside. */
    setAside: z.boolean(),
    /** Who is signed in, by name. */
    user: z.string(),
    role: roleSchema,
    /** What that role allows: what the console offers. */
    rights: z.array(rightSchema),
    /** The demo users who may sign in. */
    users: z.array(z.object({ id: userIdSchema, name: z.string(), role: roleSchema })),
    serverTimeZone: z.string(),
  })
  .meta({ id: 'World' });

export type DurationModelView = z.infer<typeof durationModelSchema>;
export type ClockView = z.infer<typeof clockSchema>;
export type ClockCommand = z.infer<typeof clockCommandBody>;
export type WorldView = z.infer<typeof worldSchema>;
