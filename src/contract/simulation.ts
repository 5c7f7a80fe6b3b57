import { z } from 'zod';
import { userIdSchema } from '#domain/ids.ts';
import { rightSchema, roleSchema } from './rights.ts';

export const rates = [1, 60, 3600] as const;

/** The simulated clock: `now` is valid at the real instant `asOf` and advances at `rate` unless paused. */
export const clockSchema = z
  .object({
    now: z.string(),
    rate: z.union([z.literal(1), z.literal(60), z.literal(3600)]),
    paused: z.boolean(),
    /** True while simulated time is real time. */
    real: z.boolean(),
  })
  .meta({ id: 'Clock' });

/** The world and its storage. */
export const worldSchema = z
  .object({
    scenario: z.string(),
    seed: z.int(),
    /** `indexed-db`: a save is on disk when it is answered; `memory`: lost with the worker. */
    persistence: z.enum(['indexed-db', 'memory']),
    /**
     * Why what was written last is in memory only: the disk is `full`, it `refused`, another world was begun in its place
     * (`replaced`), or it could not be opened at all, as it is `unavailable` or `not-answering`. After the first two every write
     * tries again, and so does `storeWorld`.
     */
    unstored: z.enum(['full', 'refused', 'replaced', 'unavailable', 'not-answering']).nullable(),
    /** True if data of an unknown version was set aside. */
    setAside: z.boolean(),
    /** The number of unreadable stored records; `damagedRecords` lists them. */
    damaged: z.int(),
    /** The name of the signed-in user. */
    user: z.string(),
    role: roleSchema,
    /** The rights of that role. */
    rights: z.array(rightSchema),
    /** The demo users who may sign in. */
    users: z.array(z.object({ id: userIdSchema, name: z.string(), role: roleSchema })),
    serverTimeZone: z.string(),
  })
  .meta({ id: 'World' });

export type ClockView = z.infer<typeof clockSchema>;
export type WorldView = z.infer<typeof worldSchema>;
