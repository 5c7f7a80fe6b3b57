import type { InventoryReading } from '#contract/inventory-reading.ts';
import type { AdministrationGroup, Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { cellReader, type GroupWish } from '../csv/inventory-cells.ts';
import { readInventoryFile, type InventoryFile } from '../csv/inventory-file.ts';
import { planInventory, type InventoryPlan } from '../csv/inventory-plan.ts';
import { inventoryLabels, readRows, type IgnoredValues, type ReadRows } from '../csv/inventory-rows.ts';
import { noColumn, type LineError } from '../csv/read-csv.ts';
import type { Job } from '../ports/jobs.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';

/** A file as a reading makes it. */
export interface ReadInventory extends ReadRows {
  readonly file: InventoryFile;
  readonly reading: InventoryReading;
}

/**
 * Splits a file into rows and reads each of them by itself.
 * @throws Problem `invalid-input` for what is no such file or has no column for the name; `cancelled`
 */
export async function readInventoryRows(
  context: RequestContext,
  text: string,
  reading: InventoryReading = {},
): Promise<ReadInventory> {
  const { job } = context;
  const file = await readInventoryFile(text, reading, job);
  if (file.mapping.name === undefined) throw noColumn([inventoryLabels.name]);
  const atMs = await currentTimeMs(context);
  const read = await readRows(file, file.mapping, { reading, atMs }, job.step);
  return { ...read, file, reading, errors: [...file.errors, ...read.errors] };
}

/** The part of the world that an import is held against, as of one commit. */
export interface InventoryFleet {
  readonly groups: readonly AdministrationGroup[];
  readonly devices: readonly Device[];
  /** The number of the next change. */
  readonly number: number;
  /** See `Store.version`. */
  readonly version: number;
}

/** The fleet as it is now. Its records never change, so what is worked out from it may take longer than a turn. */
export async function loadInventoryFleet(locked: RequestContext): Promise<InventoryFleet> {
  return {
    groups: await locked.store.all('groups'),
    devices: await locked.store.all('devices'),
    number: (await loadServer(locked)).nextChange,
    version: await locked.store.version(),
  };
}

export interface PlannedInventory {
  readonly plan: InventoryPlan;
  readonly errors: readonly LineError[];
  readonly ignored: IgnoredValues;
  readonly counts: {
    readonly valid: number;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly newGroups: number;
  };
}

/** What the rows mean for the fleet there is. */
export async function planInventoryRows(
  read: ReadInventory,
  there: InventoryFleet,
  job: Job,
): Promise<PlannedInventory> {
  const { newDevices = {} } = read.reading;
  const group: GroupWish =
    newDevices.group === undefined
      ? { kind: 'none' }
      : cellReader({ groups: [{ text: '', target: newDevices.group }] }, 0).group('');
  const total = read.file.rows.length;
  const pause = () => job.step(total, total);
  const plan = await planInventory(read, there, { timeZone: newDevices.timeZone ?? null, group }, there.number, pause);
  const count = (kind: InventoryPlan['rows'][number]['kind']) =>
    plan.rows.reduce((sum, row) => sum + (row.kind === kind ? 1 : 0), 0);
  return {
    plan,
    errors: [...read.errors, ...plan.errors],
    ignored: new Map([...read.ignored, ...plan.ignored]),
    counts: {
      valid: plan.rows.length,
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      newGroups: plan.groups.length,
    },
  };
}

/** The path of a group by the names from the root down, those of the plan among them. */
export function groupPaths(groups: Iterable<AdministrationGroup>): (id: GroupId) => string {
  const byId = new Map([...groups].map((group) => [group.id, group]));
  const known = new Map<GroupId, string>();
  const pathOf = (id: GroupId): string => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const group = byId.get(id);
    const name = group?.name ?? id;
    const path = group?.parentId ? `${pathOf(group.parentId)}/${name.replaceAll('/', '\\/')}` : name;
    known.set(id, path);
    return path;
  };
  return pathOf;
}
