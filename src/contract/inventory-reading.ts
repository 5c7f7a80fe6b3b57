import { z } from 'zod';
import { timeZoneSchema } from './time.ts';

/** What may stand between two cells. */
export const separators = [',', ';', '\t', '|'] as const;

const places = z.array(z.int().min(0).max(20_000)).min(1).max(4).optional();

/** The columns that make each field, by their place from 0: at most so many, joined with a blank. */
export const columnMappingSchema = z.strictObject({
  name: places,
  group: places,
  timeZone: places,
  country: places,
  status: places,
  operatingSystem: places,
  address: places,
});

/** What people chose for values of one column; a value that is not named is read as well as it can be. */
const choices = <T extends z.ZodType>(target: T) =>
  z
    .array(z.strictObject({ text: z.string().max(255), target }))
    .max(1_000)
    .optional();

/** Says that a value says nothing: the row is read as if its cell were empty. */
export const ignoredValue = 'ignore';

/**
 * How a file of devices is to be read. Whatever is left out is guessed by the backend, so a file can be sent without it.
 * With `columns`, they are all that count: a field that is not named there has no column.
 */
export const inventoryReadingSchema = z
  .strictObject({
    separator: z.enum(separators).optional(),
    /** The line that holds the headings, from 1; 0 where the file has none. */
    headingLine: z.int().min(0).max(1_000).optional(),
    columns: columnMappingSchema.optional(),
    statuses: choices(z.enum(['online', 'offline', 'out-of-office', ignoredValue])),
    timeZones: choices(z.union([z.literal(ignoredValue), timeZoneSchema])),
    /** A path of groups, or `ignore`. */
    groups: choices(z.string().max(2_000)),
    /** What a device that is new gets where the file says nothing. */
    newDevices: z
      .strictObject({ timeZone: timeZoneSchema.optional(), group: z.string().max(2_000).optional() })
      .optional(),
  })
  .meta({ id: 'InventoryReading' });

export type InventoryReading = z.infer<typeof inventoryReadingSchema>;

/** The same in a query, as JSON: the body is the file itself. */
export const readingInQuery = z
  .string()
  .max(64 * 1024)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'The reading is not JSON.' });
      return z.NEVER;
    }
  })
  .pipe(inventoryReadingSchema)
  .optional()
  .meta({ description: 'How the file is to be read, as JSON (see InventoryReading); what is left out is guessed' });
