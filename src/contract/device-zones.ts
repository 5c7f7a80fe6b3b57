import { z } from 'zod';
import { deviceIdSchema } from '#domain/ids.ts';
import { deviceRecords } from './affected-records.ts';
import { changeSchema } from './changes.ts';
import { op } from './operation.ts';
import { timeZoneSchema } from './time-zone.ts';

/** The new time zone of one device or a selection. */
export const timeZoneBody = z
  .strictObject({ deviceIds: z.array(deviceIdSchema).min(1).max(10_000), timeZone: timeZoneSchema })
  .meta({ id: 'DeviceTimeZone' });

/** The time zones of devices. */
export const deviceZoneOperations = {
  setTimeZone: op('POST', '/devices/time-zone', 'Set the time zone of devices', {
    needs: 'manage-devices',
    affects: deviceRecords,
    body: timeZoneBody,
    answer: z.object({ changed: z.int(), change: changeSchema.nullable() }).meta({ id: 'TimeZoneSet' }),
    maxBodyKiB: 1024,
  }),
} as const;
