import Papa from 'papaparse';
import type { Answer, Parsed } from '#contract/operations.ts';
import { deviceStatusLabels, managedDevices } from '#domain/fleet/fleet.ts';
import { refuseWithoutRows } from '../csv/csv-report.ts';
import { wouldBeFormula } from '../csv/csv-text.ts';
import { pathText } from '../csv/group-path.ts';
import type { InventoryPlan } from '../csv/inventory-plan.ts';
import { Problem } from '../problem.ts';
import { unsaved, type StoredChange } from '../store/history-records.ts';
import { hierarchyIn, need, withSubgroups, type Backend } from './backend.ts';
import { fleetThere, planned, readInventoryRows, type PlannedInventory } from './inventory-planning.ts';
import { compareText } from './page.ts';
import { savedBesideOthers } from './saving-beside.ts';
import type { Intent } from './saving.ts';

/**
 * Imports the valid rows of an inventory in one change: groups, devices, and the plans of the runs that wait on them.
 * @throws Problem `state-forbids` when the fleet changed so that another number would be done than the query says;
 * `invalid-input` with the errors by line when no row is valid; `cancelled`. Then nothing was written.
 */
export async function importInventory(
  backend: Backend,
  { query: { reading, ...expect }, body }: Parsed<'importInventory'>,
): Promise<Answer<'importInventory'>> {
  const read = await readInventoryRows(backend, body, reading);
  const total = read.file.rows.length;
  return savedBesideOthers(backend, async (own) => {
    const made = await planned(read, await fleetThere(own), own.job);
    refuseWithoutRows(made.counts.valid, made.errors);
    refuseOtherThan(expect, made.counts);
    const { plan } = made;
    // The last moment to cancel: what follows is one step.
    await own.job.step(total, total);
    const intent: Intent = {
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

const heads = ['Name', 'Group path', 'Time zone', 'Status', 'Operating system', 'Address'];

/**
 * The devices of a group and its subgroups by name, in the form that `importInventory` reads: importing it changes
 * nothing. RFC 4180 with a byte order mark, so that spreadsheets read UTF-8.
 */
export async function exportInventory(
  backend: Backend,
  { params }: Parsed<'exportInventory'>,
): Promise<Answer<'exportInventory'>> {
  const { hierarchy, devices } = await backend.inTurn(async (own) => {
    await need(own, 'groups', params.groupId);
    return { hierarchy: await hierarchyIn(own), devices: await own.store.all('devices') };
  });
  const inside = withSubgroups(hierarchy.groups.values(), params.groupId);
  const paths = new Map([...inside].map((id) => [id, pathText(hierarchy, id)]));
  const found = devices.filter(({ groupId }) => inside.has(groupId)).sort((a, b) => compareText(a.name, b.name));
  const slice = 10_000;
  const parts = [textOf([heads])];
  for (let from = 0; from < found.length; from += slice) {
    await backend.job.step(from, found.length);
    const rows = found
      .slice(from, from + slice)
      .map((device) => [
        device.name,
        paths.get(device.groupId) ?? '',
        device.timeZone,
        deviceStatusLabels[device.status],
        device.operatingSystem,
        device.address,
      ]);
    parts.push(textOf(rows));
  }
  return `\uFEFF${parts.join('')}`;
}

const textOf = (rows: string[][]) => `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: wouldBeFormula })}\r\n`;

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
