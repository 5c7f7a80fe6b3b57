import { z } from 'zod';
import { separators } from './csv-text.ts';
import { csvBody, csvReport, expectedCount } from './csv.ts';
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

/** What the preview counted; when it would be otherwise now, nothing is imported. */
const inventoryExpected = z.object({
  valid: expectedCount,
  created: expectedCount,
  updated: expectedCount,
  newGroups: expectedCount,
});

/** The fleet as a file: one device a line, by name. */
export const inventoryOperations = {
  previewInventory: op('POST', '/inventory/preview', 'What importing an inventory would do; nothing is written', {
    needs: 'view',
    ...csvBody,
    answer: inventoryPreviewSchema,
    alongside: true,
    reads: true,
  }),
  importInventory: op('POST', '/inventory/import', 'Import the valid rows of an inventory, in one step', {
    needs: 'manage-devices',
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
