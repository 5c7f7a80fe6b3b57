import type { Answer, Parsed } from '#contract/operations.ts';
import { managedDevices } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { refuseWithoutRows, reportOf } from '../csv/csv-report.ts';
import { planInventory, type InventoryPlan } from '../csv/inventory-plan.ts';
import { inventoryFields, readInventory, type InventoryField } from '../csv/inventory-rows.ts';
import { readCsv, type CsvFile, type LineError } from '../csv/read-csv.ts';
import { Problem } from '../problem.ts';
import { unsaved, type StoredChange } from '../store/history-records.ts';
import { serverOf, type Backend } from './backend.ts';
import { save } from './saving.ts';

/** What importing an inventory would do, row by row as `importInventory` does it. Nothing is written. */
export async function previewInventory(
  backend: Backend,
  { body }: Parsed<'previewInventory'>,
): Promise<Answer<'previewInventory'>> {
  const read = await readFile(backend, body);
  return backend.inTurn(async (own) => {
    const { plan, errors, counts } = await planned(own, read);
    const names = new Map([...plan.groups, ...(await own.store.all('groups'))].map((group) => [group.id, group]));
    const pathOf = (id: GroupId): string => {
      const group = names.get(id);
      return group?.parentId ? [pathOf(group.parentId), group.name].join('/') : (group?.name ?? id);
    };
    return {
      ...reportOf(read.file, errors, counts.valid),
      ...counts,
      moved: plan.updated.filter(({ before, after }) => before.groupId !== after.groupId).length,
      firstGroups: plan.groups.slice(0, 20).map(({ id }) => pathOf(id)),
    };
  });
}

/**
 * Imports the valid rows of an inventory in one change: groups, devices, and the plans of the runs that wait on them.
 * @throws Problem `state-forbids` when the fleet changed so that another number would be done than the query says;
 * `invalid-input` with the errors by line when no row is valid; `cancelled`. Then nothing was written.
 */
export async function importInventory(
  backend: Backend,
  { query: expect, body }: Parsed<'importInventory'>,
): Promise<Answer<'importInventory'>> {
  const read = await readFile(backend, body);
  return backend.inTurn(async (own) => {
    const { plan, errors, counts } = await planned(own, read);
    refuseWithoutRows(counts.valid, errors);
    const { valid, created, updated, newGroups } = counts;
    if (
      valid !== expect.valid ||
      created !== expect.created ||
      updated !== expect.updated ||
      newGroups !== expect.newGroups
    ) {
      throw new Problem(
        'state-forbids',
        'The fleet was changed since this file was looked at: the numbers are others now. Nothing was imported. Look again.',
      );
    }
    // The last moment to cancel: what follows is one step.
    await own.job.step(read.file.rows.length, read.file.rows.length);
    await save(own, {
      action: 'Inventory imported',
      groups: { put: plan.groups.map((group) => ({ ...group, ...unsaved })) },
      devices: { add: plan.created, edit: plan.updated.map(({ after }) => after) },
      summary: summaryOf(plan),
    });
    return { ...counts, invalid: new Set(errors.map(({ line }) => line)).size };
  });
}

interface ReadFile {
  readonly file: CsvFile<InventoryField>;
  readonly rows: Awaited<ReturnType<typeof readInventory>>['rows'];
  readonly errors: readonly LineError[];
}

async function readFile(backend: Backend, csv: string): Promise<ReadFile> {
  const file = readCsv(csv, inventoryFields, ['name']);
  const { rows, errors } = await readInventory(file, backend.job.step);
  return { file, rows, errors: [...file.errors, ...errors] };
}

async function planned(own: Backend, read: ReadFile) {
  const world = { groups: await own.store.all('groups'), devices: await own.store.all('devices') };
  const plan = planInventory(read.rows, world, (await serverOf(own)).nextChange);
  const { created, updated, unchanged, groups } = plan;
  return {
    plan,
    errors: [...read.errors, ...plan.errors],
    counts: {
      valid: created.length + updated.length + unchanged,
      created: created.length,
      updated: updated.length,
      unchanged,
      newGroups: groups.length,
    },
  };
}

/** What the audit log says: sums, for a fleet by name would fill it. */
function summaryOf({ created, updated, groups }: InventoryPlan): Pick<StoredChange, 'objects' | 'lines'> {
  const total = created.length + updated.length;
  const name = `${String(total)} ${total === 1 ? 'device' : 'devices'}`;
  const changed = (fact: 'groupId' | 'timeZone' | 'status') =>
    updated.filter(({ before, after }) => before[fact] !== after[fact]).length;
  const sums = [
    ['Devices created', created.length],
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
