import type { Answer, Parsed } from '#contract/operations.ts';
import { managedDevices } from '#domain/fleet/fleet.ts';
import { refuseWithoutRows } from '../csv/csv-report.ts';
import type { InventoryPlan } from '../csv/inventory-plan.ts';
import { Problem } from '../problem.ts';
import { unsaved, type StoredChange } from '../ports/history-records.ts';
import type { RequestContext } from '../request-context.ts';
import {
  loadInventoryFleet,
  planInventoryRows,
  readInventoryRows,
  type PlannedInventory,
} from '../queries/plan-inventory.ts';
import { applyLongChange } from './apply-long-change.ts';
import type { ChangeRequest } from './apply-change.ts';

/**
 * Imports the valid rows of an inventory in one change: groups, devices, and the plans of the runs that wait on them.
 * @throws Problem `state-forbids` when the fleet changed so that another number would be done than the query says;
 * `invalid-input` with the errors by line when no row is valid; `cancelled`. Then nothing was written.
 */
export async function importInventory(
  context: RequestContext,
  { query: { reading, ...expect }, body }: Parsed<'importInventory'>,
): Promise<Answer<'importInventory'>> {
  const read = await readInventoryRows(context, body, reading);
  const total = read.file.rows.length;
  return applyLongChange(context, async (locked) => {
    const made = await planInventoryRows(read, await loadInventoryFleet(locked), locked.job);
    refuseWithoutRows(made.counts.valid, made.errors);
    refuseOtherThan(expect, made.counts);
    const { plan } = made;
    // The last moment to cancel: what follows is one step.
    await locked.job.step(total, total);
    const intent: ChangeRequest = {
      action: 'Inventory imported',
      groups: { put: plan.groups.map((group) => ({ ...group, ...unsaved })) },
      devices: {
        add: plan.rows.flatMap((row) => (row.kind === 'created' ? [row.after] : [])),
        edit: plan.rows.flatMap((row) => (row.kind === 'updated' ? [row.after] : [])),
      },
      summary: summaryOf(plan),
    };
    const invalid = new Set(made.errors.map(({ line }) => line)).size;
    return { intent, value: { ...made.counts, invalid } };
  });
}

type Counts = PlannedInventory['counts'];

/** @throws Problem `state-forbids` where something else would be done than was looked at */
function refuseOtherThan(expect: Omit<Counts, 'unchanged'>, { valid, created, updated, newGroups }: Counts): void {
  if (
    valid === expect.valid &&
    created === expect.created &&
    updated === expect.updated &&
    newGroups === expect.newGroups
  ) {
    return;
  }
  throw new Problem('state-forbids', 'The fleet changed since the preview. Nothing was imported. Preview again.');
}

/** What the audit log says: sums, for a fleet by name would fill it. */
function summaryOf({ rows, groups }: InventoryPlan): Pick<StoredChange, 'objects' | 'lines'> {
  const updated = rows.flatMap((row) => (row.kind === 'updated' ? [row] : []));
  const created = rows.reduce((sum, { kind }) => sum + (kind === 'created' ? 1 : 0), 0);
  const total = created + updated.length;
  const name = `${String(total)} ${total === 1 ? 'device' : 'devices'}`;
  const changed = (fact: 'groupId' | 'timeZone' | 'status') =>
    updated.filter(({ before, after }) => before[fact] !== after[fact]).length;
  const sums = [
    ['Devices created', created],
    ['Devices updated', updated.length],
    ['Devices moved to another group', changed('groupId')],
    ['Devices in another time zone', changed('timeZone')],
    ['Devices with another status', changed('status')],
    ['Administration groups created', groups.length],
  ] as const;
  return {
    objects: [{ kind: 'devices', id: managedDevices, name, revision: null }],
    lines: sums
      .filter(([, count]) => count > 0)
      .map(([setting, count]) => ({ object: name, setting, from: '', to: String(count) })),
  };
}
