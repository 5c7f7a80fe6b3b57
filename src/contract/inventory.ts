import { z } from 'zod';
import { csvReport, maxCsvBodyKiB } from './csv.ts';
import { groupParams } from './groups.ts';
import { op } from './operation.ts';

/** What an import would do, or did: devices by name, and the groups that their paths ask for. */
const counts = {
  /** Rows that can be imported: created, updated and unchanged together. */
  valid: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  newGroups: z.int(),
};

const inventoryPreviewSchema = z
  .object({
    ...csvReport,
    ...counts,
    /** Of the devices that are updated. */
    moved: z.int(),
    /** The paths of the first groups that would be created. */
    firstGroups: z.array(z.string()),
  })
  .meta({ id: 'InventoryPreview' });

/** `expect`: what the preview counted; when it would be otherwise now, nothing is imported. */
const inventoryImportBody = z
  .strictObject({
    csv: z.string(),
    expect: z.strictObject({ valid: z.int(), created: z.int(), updated: z.int(), newGroups: z.int() }),
  })
  .meta({ id: 'InventoryImport' });

/** The fleet as a file: one device a line, by name. */
export const inventoryOperations = {
  previewInventory: op('POST', '/inventory/preview', 'What importing an inventory would do; nothing is written', {
    body: z.strictObject({ csv: z.string() }).meta({ id: 'CsvText' }),
    answer: inventoryPreviewSchema,
    maxBodyKiB: maxCsvBodyKiB,
    alongside: true,
  }),
  importInventory: op('POST', '/inventory/import', 'Import the valid rows of an inventory, in one step', {
    body: inventoryImportBody,
    answer: z.object({ ...counts, invalid: z.int() }).meta({ id: 'InventoryImported' }),
    maxBodyKiB: maxCsvBodyKiB,
    alongside: true,
  }),
  exportInventory: op('GET', '/groups/{groupId}/inventory', 'The devices of a group and its subgroups as CSV', {
    params: groupParams,
    answer: z.object({ csv: z.string(), devices: z.int() }).meta({ id: 'Inventory' }),
    alongside: true,
  }),
} as const;
