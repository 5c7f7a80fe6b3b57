import type { Answer, Parsed } from '#contract/operations.ts';
import { cellText } from '../csv/csv-text.ts';
import { groupFinder } from '../csv/find-group.ts';
import { cellReader } from '../csv/inventory-cells.ts';
import { readInventoryFile } from '../csv/inventory-file.ts';
import { valueTables } from '../csv/value-tables.ts';
import { isPath } from '../csv/group-path.ts';
import { cellOf } from '../csv/inventory-rows.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { loadInventoryFleet, groupPaths } from './plan-inventory.ts';

const [mostColumns, mostCells] = [500, 200];

/**
 * How a file of devices is read: its form, what its columns are for, and what their values are taken for. Nothing is
 * planned, and nothing is written.
 */
export async function inspectInventory(
  context: RequestContext,
  { query: { reading = {} }, body }: Parsed<'readInventory'>,
): Promise<Answer<'readInventory'>> {
  const file = await readInventoryFile(body, reading, context.job);
  const there = await context.withLock(loadInventoryFleet);
  const pathOfGroup = cellOf(file.mapping.group ?? []);
  const holdsPaths = file.rows.some((row) => isPath(pathOfGroup(row)));
  const tree = groupFinder(there.groups, there.number, holdsPaths);
  const read = cellReader(reading, await currentTimeMs(context));
  await context.job.step(0, 0);
  const tables = valueTables(file.rows, file.mapping, read, {
    find: (wish) => tree.find(wish, undefined),
    pathOf: (id) => groupPaths([...there.groups, ...tree.made])(id),
  });
  return {
    separator: file.separator as Answer<'readInventory'>['separator'],
    headingLine: file.headingLine,
    lines: file.lines.map(({ line, cells }) => ({
      line,
      cells: cells.slice(0, mostCells).map((cell) => cellText(cell).slice(0, 200)),
    })),
    rows: file.rows.length + file.errors.length,
    preset: file.preset,
    columns: file.allColumns.slice(0, mostColumns).map(({ heading, values }) => ({
      heading,
      samples: [...new Set(values.filter((value) => value !== ''))].slice(0, 3).map((value) => value.slice(0, 100)),
    })),
    mapping: file.mapping as Answer<'readInventory'>['mapping'],
    ...tables,
  };
}
