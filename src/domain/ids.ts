import { z } from 'zod';

/**
 * The branded primitives of the domain. A plain string becomes one of these only by parsing it,
 * so a group's id cannot be passed as a device's.
 */
const id = /^[a-z0-9][a-z0-9-]{0,63}$/;
const idMessage = 'An id holds lower-case letters, digits and hyphens, at most 64 of them.';

export const groupIdSchema = z.string().regex(id, idMessage).brand<'GroupId'>();
export const policyIdSchema = z.string().regex(id, idMessage).brand<'PolicyId'>();
export const deviceIdSchema = z.string().regex(id, idMessage).brand<'DeviceId'>();
export const detectionIdSchema = z.string().regex(id, idMessage).brand<'DetectionId'>();
export const taskIdSchema = z.string().regex(id, idMessage).brand<'TaskId'>();
/** A run is one device's part of a task: `<task>.<device>`. */
export const runIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}\.[a-z0-9-]{1,64}$/, 'A run id is a task id and a device id joined by a dot.')
  .brand<'RunId'>();
export const credentialIdSchema = z.string().regex(id, idMessage).brand<'CredentialId'>();
/** A change of the world by a person, as the audit log lists it. */
export const changeIdSchema = z.string().regex(id, idMessage).brand<'ChangeId'>();
export const userIdSchema = z.string().regex(id, idMessage).brand<'UserId'>();

/** A wall-clock time of day, `HH:mm`, 00:00–23:59, in no particular zone. */
export const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time between 00:00 and 23:59, for example 20:00.')
  .brand<'TimeOfDay'>();

/** Lower-case hexadecimal MD5, 32 digits. */
export const md5Schema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{32}$/, 'An MD5 hash has 32 hexadecimal digits.')
  .brand<'Md5'>();

export type GroupId = z.infer<typeof groupIdSchema>;
export type PolicyId = z.infer<typeof policyIdSchema>;
export type DeviceId = z.infer<typeof deviceIdSchema>;
export type DetectionId = z.infer<typeof detectionIdSchema>;
export type TaskId = z.infer<typeof taskIdSchema>;
export type RunId = z.infer<typeof runIdSchema>;
export type CredentialId = z.infer<typeof credentialIdSchema>;
export type ChangeId = z.infer<typeof changeIdSchema>;
export type UserId = z.infer<typeof userIdSchema>;
export type TimeOfDay = z.infer<typeof timeOfDaySchema>;
export type Md5 = z.infer<typeof md5Schema>;

/** The id of the task of a run. */
export const taskOfRun = (run: RunId): TaskId => taskIdSchema.parse(run.slice(0, run.indexOf('.')));

/** The id of the run of `task` on `device`. */
export const runIdOf = (task: TaskId, device: DeviceId): RunId => runIdSchema.parse(`${task}.${device}`);

/** The id of the task of the detection with that number. */
export const taskIdOf = (number: number): TaskId => taskIdSchema.parse(`task-${String(number).padStart(4, '0')}`);
