import { z } from 'zod';
import { op } from './operation.ts';
import type { RecordKind } from './record-kinds.ts';
import { clockSchema } from './simulation.ts';

const version = z.int();

/** The version of the store at which a record of each kind was last written, as `versionHeader` counts them. */
const lastChangedSchema = z.object({
  groups: version,
  devices: version,
  policies: version,
  localSettings: version,
  revisions: version,
  changes: version,
  detections: version,
  tasks: version,
  runs: version,
  account: version,
  durations: version,
  answers: version,
  server: version,
} satisfies Record<RecordKind, typeof version>);

/**
 * What a page asks every second instead of all that it shows. An answer of an earlier version than the last change of a
 * kind that it shows is out of date; any other holds as of the clock's now.
 */
export const pulseSchema = z
  .object({
    lastChanged: lastChangedSchema,
    /** Stays the same as long as no run starts or ends, and no task is past its time: time alone changes lists of them. */
    turns: z.string(),
    clock: clockSchema,
  })
  .meta({ id: 'Pulse' });

export const pulseOperations = {
  pulse: op('GET', '/pulse', 'What has changed since when, kind by kind, with the clock', {
    needs: 'view',
    answer: pulseSchema,
  }),
} as const;

export type PulseView = z.infer<typeof pulseSchema>;
