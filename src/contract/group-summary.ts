import { z } from 'zod';
import { decidedBySchema, policyRefSchema } from './devices.ts';
import { groupParams } from './groups.ts';
import { op } from './operation.ts';
import { scanScopeSchema } from './settings.ts';

/**
 * The effective IOC scanning settings on the devices of a group with its subgroups: one part for each source, the largest
 * first. The counts add up to the total, and `groupDevices` filtered by a part's decision lists exactly its devices.
 */
export const groupSummarySchema = z
  .object({
    total: z.int(),
    /** Of these, the devices with an unknown time zone: they start nothing. */
    zoneUnknown: z.int(),
    /** In one line: *1,180 of 1,204 scan 20:00–07:00 under Baseline; 14 by local settings; 10 by Lab*. */
    sentence: z.string(),
    parts: z.array(
      z.object({
        count: z.int(),
        /** In words. */
        scanStart: z.string(),
        scope: scanScopeSchema,
        decidedBy: decidedBySchema,
        policy: policyRefSchema.nullable(),
      }),
    ),
    asOf: z.string(),
  })
  .meta({ id: 'GroupSummary' });

export const groupSummaryOperations = {
  groupSummary: op('GET', '/groups/{groupId}/summary', 'What holds on the devices of a group, and who decided', {
    needs: 'view',
    params: groupParams,
    answer: groupSummarySchema,
  }),
} as const;
