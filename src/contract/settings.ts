import { z } from 'zod';
import { credentialIdSchema, timeOfDaySchema } from '#domain/ids.ts';
import { actionIds } from '#domain/response/actions.ts';
import { equalTimesMessage } from '#domain/schedule/scan-start.ts';

export const windowSchema = z
  .strictObject({ start: timeOfDaySchema, end: timeOfDaySchema })
  .refine((w) => w.start !== w.end, { error: equalTimesMessage, path: ['end'] });

export const scanStartSchema = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('manual') }),
    z.strictObject({ mode: z.literal('immediate') }),
    z.strictObject({ mode: z.literal('interval'), window: windowSchema }),
  ])
  .meta({ id: 'ScanStart' });

export const scanScopeSchema = z.enum(['system-drives', 'critical-areas']);

export const iocScanningSchema = z.strictObject({ scope: scanScopeSchema, start: scanStartSchema });

export const actionsValueSchema = z.strictObject({
  enabled: z.boolean(),
  selected: z
    .array(z.enum(actionIds))
    .max(actionIds.length)
    .refine((list) => new Set(list).size === list.length, { error: 'An action can be selected once only.' })
    .readonly(),
});

export const authenticationValueSchema = z.strictObject({ credential: credentialIdSchema.nullable() });

export const additionalValueSchema = z.strictObject({
  iocScanning: iocScanningSchema,
  detectLegitimateApplications: z.boolean(),
});

export const lockSchema = z.enum(['open', 'closed']);

const locked = <T extends z.ZodType>(value: T) => z.strictObject({ value, lock: lockSchema });

export const policySettingsSchema = z
  .strictObject({
    actions: locked(actionsValueSchema),
    authentication: locked(authenticationValueSchema),
    additional: locked(additionalValueSchema),
  })
  .meta({ id: 'PolicySettings' });

export const settingChangeSchema = z.object({ setting: z.string(), from: z.string(), to: z.string() });
