import { z } from 'zod';
import { inventoryFields } from '#domain/inventory/inventory-fields.ts';
import { deviceRecords, groupRecords } from './affected-records.ts';
import { separators } from './csv-text.ts';
import { csvBody, csvReport, expectedCount } from './csv.ts';
import { groupParams } from './groups.ts';
import { columnMappingSchema, readableSeparators, readingInQuery } from './inventory-reading.ts';
import { op } from './operation.ts';
import { fieldErrorSchema } from './problem.ts';

/** What an import would do, or did: devices by name, and the groups that their paths ask for. */
const counts = {
  /** Rows that can be imported: created, updated and unchanged together. */
  valid: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  newGroups: z.int(),
};

/** The values of a column that mean one of several things, with what each is taken for. */
const valueTable = z.object({
  /** How many different values there are; only so many are told as a person can look through, the unknown ones first. */
  total: z.int(),
  unknown: z.int(),
  values: z.array(
    z.object({
      text: z.string(),
      rows: z.int(),
      /** What it is taken for; several where it depends on the row's country; none where nobody knows. */
      taken: z.array(z.string()),
      /** What it may be, the likeliest first. */
      suggestions: z.array(z.string()),
    }),
  ),
});

const inventoryFormSchema = z
  .object({
    separator: z.enum(readableSeparators),
    headingLine: z.int(),
    /** The first lines of the file with their cells, titles and headings among them. */
    lines: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
    rows: z.int(),
    /** The program whose list this is, by its headings. */
    preset: z.string().nullable(),
    columns: z.array(z.object({ heading: z.string(), samples: z.array(z.string()) })),
    mapping: columnMappingSchema,
    statuses: valueTable,
    timeZones: valueTable,
    groups: valueTable,
  })
  .meta({ id: 'InventoryForm' });

/** What a row does, the gravest first. */
export const rowOutcomes = ['error', 'move', 'update', 'create', 'unchanged'] as const;

const rowPlanSchema = z.object({
  line: z.int(),
  name: z.string(),
  outcome: z.enum(rowOutcomes),
  group: z.string(),
  timeZone: z.string(),
  /** What differs from the device that is there. */
  changes: z.array(z.object({ field: z.enum(inventoryFields), from: z.string(), to: z.string() })),
  errors: z.array(fieldErrorSchema),
});

const inventoryPreviewSchema = z
  .object({
    ...csvReport,
    ...counts,
    /** Of the devices that are updated. */
    moved: z.int(),
    /** The paths of the first groups that would be created. */
    firstGroups: z.array(z.string()),
    /** Rows of which a value says nothing to this console, field by field: it is left as if it were empty. */
    ignoredValues: z.array(z.object({ field: z.enum(inventoryFields), rows: z.int(), first: z.array(z.string()) })),
    /** One page of what each row would do. */
    plan: z.object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(rowPlanSchema) }),
  })
  .meta({ id: 'InventoryPreview' });

/** What the preview counted; when it would be otherwise now, nothing is imported. */
const inventoryExpected = z.object({
  valid: expectedCount,
  created: expectedCount,
  updated: expectedCount,
  newGroups: expectedCount,
  reading: readingInQuery,
});

const readingQuery = z.object({ reading: readingInQuery });

/** The fleet as a file: one device a line, by name. */
export const inventoryOperations = {
  readInventory: op('POST', '/inventory/form', 'How a file of devices is read: its form, columns and values', {
    needs: 'view',
    ...csvBody,
    query: readingQuery,
    answer: inventoryFormSchema,
    alongside: true,
    reads: true,
  }),
  previewInventory: op('POST', '/inventory/preview', 'What importing an inventory would do; nothing is written', {
    needs: 'view',
    ...csvBody,
    query: z.object({
      reading: readingInQuery,
      show: z.enum(rowOutcomes).optional(),
      page: z.coerce.number().int().min(1).default(1),
      pageSize: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: inventoryPreviewSchema,
    alongside: true,
    reads: true,
  }),
  rejectedInventory: op('POST', '/inventory/rejected', 'The rows that an import leaves out, as CSV with the reasons', {
    needs: 'view',
    ...csvBody,
    query: readingQuery,
    answer: z.string(),
    answerType: 'text/csv',
    alongside: true,
    reads: true,
  }),
  importInventory: op('POST', '/inventory/import', 'Import the valid rows of an inventory, in one step', {
    needs: 'manage-devices',
    affects: [...groupRecords, ...deviceRecords],
    ...csvBody,
    query: inventoryExpected,
    answer: z.object({ ...counts, invalid: z.int() }).meta({ id: 'InventoryImported' }),
    alongside: true,
  }),
  exportInventory: op('GET', '/groups/{groupId}/inventory', 'The devices of a group and its subgroups as CSV', {
    needs: 'view',
    params: groupParams,
    query: z.object({ separator: z.enum(separators).default('comma') }),
    answer: z.string(),
    answerType: 'text/csv',
    alongside: true,
  }),
} as const;
