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
 * Polled every second to find stale queries. An answer is stale if its version is older than the last change of a kind of
 * record that it shows; otherwise it is valid at the clock's now.
 */
export const pulseSchema = z
  .object({
    lastChanged: lastChangedSchema,
    /** Changes whenever a run starts or ends or a task expires, because time alone changes such lists. */
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
