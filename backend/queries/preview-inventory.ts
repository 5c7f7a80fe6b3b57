import { delimitedLines } from '#contract/csv-text.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { deviceStatusLabels, type Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { fieldErrors, reportOf } from '../csv/csv-report.ts';
import type { RowPlan } from '../csv/inventory-plan.ts';
import { cellOf } from '../csv/inventory-rows.ts';
import type { CsvRow, LineError } from '../csv/read-csv.ts';
import type { RequestContext } from '../request-context.ts';
import {
  loadInventoryFleet,
  groupPaths,
  planInventoryRows,
  readInventoryRows,
  type ReadInventory,
} from './plan-inventory.ts';

type Preview = Answer<'previewInventory'>;
type PlannedRow = Preview['plan']['rows'][number];

/** What importing an inventory would do, row by row as `importInventory` does it. Nothing is written. */
export async function previewInventory(
  context: RequestContext,
  { query, body }: Parsed<'previewInventory'>,
): Promise<Preview> {
  const read = await readInventoryRows(context, body, query.reading);
  const there = await context.withLock(loadInventoryFleet);
  const { plan, errors, ignored, counts } = await planInventoryRows(read, there, context.job);
  const pathOf = groupPaths([...plan.groups, ...there.groups]);
  return {
    ...reportOf(read.file, errors, counts.valid),
    ...counts,
    moved: plan.rows.reduce((sum, row) => sum + (outcomeOf(row) === 'move' ? 1 : 0), 0),
    firstGroups: plan.groups.slice(0, 20).map(({ id }) => pathOf(id)),
    ignoredValues: [...ignored].map(([field, { rows, first }]) => ({ field, rows, first: [...first] })),
    plan: pageOf(read, plan.rows, errors, pathOf, query),
  };
}

/**
 * The rows that an import would leave out, as they stand in the file and separated as there, each with the reasons in one
 * more column: mended, they can be imported by themselves.
 */
export async function exportRejectedRows(
  context: RequestContext,
  { query, body }: Parsed<'rejectedInventory'>,
): Promise<Answer<'rejectedInventory'>> {
  const read = await readInventoryRows(context, body, query.reading);
  const there = await context.withLock(loadInventoryFleet);
  const { errors } = await planInventoryRows(read, there, context.job);
  const reasons = byLine(errors);
  const { headings, rows, unreadable, separator } = read.file;
  const stored = headings.flatMap((heading, place) => (heading === reasonHeading ? [] : [place]));
  const cellsIn = ({ cells }: CsvRow) => stored.map((place) => cells[place] ?? '');
  const rejected = [...rows, ...unreadable]
    .filter(({ line }) => reasons.has(line))
    .sort((a, b) => a.line - b.line)
    .map((row) => [...cellsIn(row), (reasons.get(row.line) ?? []).map(({ message }) => message).join(' ')]);
  const head = [...stored.map((place) => headings[place] ?? ''), reasonHeading];
  return `\uFEFF${delimitedLines([head, ...rejected], separator)}`;
}

/** It names no field, so a file that holds it can be imported as it is. */
const reasonHeading = 'Reason for rejection';

function byLine(errors: readonly LineError[]): Map<number, LineError[]> {
  const found = new Map<number, LineError[]>();
  for (const error of errors) {
    const same = found.get(error.line);
    if (same) same.push(error);
    else found.set(error.line, [error]);
  }
  return found;
}

const order = { error: 0, move: 1, update: 2, create: 3, unchanged: 4 } as const;

/** The gravest first, and in the order of the file. */
function pageOf(
  read: ReadInventory,
  rows: readonly RowPlan[],
  errors: readonly LineError[],
  pathOf: (id: GroupId) => string,
  { show, page, pageSize }: Parsed<'previewInventory'>['query'],
): Preview['plan'] {
  const wrong = byLine(errors);
  const kinds: { readonly line: number; readonly outcome: PlannedRow['outcome']; readonly row: RowPlan | null }[] = [
    ...[...wrong.keys()].map((line) => ({ line, outcome: 'error' as const, row: null })),
    ...rows.map((row) => ({ line: row.line, outcome: outcomeOf(row), row })),
  ];
  const shown = show === undefined ? kinds : kinds.filter(({ outcome }) => outcome === show);
  shown.sort((a, b) => order[a.outcome] - order[b.outcome] || a.line - b.line);
  const found = shown.slice((page - 1) * pageSize, page * pageSize);
  const lines = new Set(found.map(({ line }) => line));
  const text = new Map(
    [...read.file.rows, ...read.file.unreadable].filter(({ line }) => lines.has(line)).map((row) => [row.line, row]),
  );
  const name = cellOf(read.file.mapping.name ?? []);
  return {
    total: shown.length,
    page,
    pageSize,
    rows: found.map(({ line, outcome, row }) => {
      const there = text.get(line);
      return {
        line,
        outcome,
        name: row?.after.name ?? (there ? name(there).slice(0, 200) : ''),
        group: row ? pathOf(row.after.groupId) : '',
        timeZone: row?.after.timeZone ?? '',
        changes: row?.kind === 'updated' ? changesOf(row.before, row.after, pathOf) : [],
        errors: fieldErrors(wrong.get(line) ?? []),
      };
    }),
  };
}

function outcomeOf(row: RowPlan): Exclude<PlannedRow['outcome'], 'error'> {
  switch (row.kind) {
    case 'created':
      return 'create';
    case 'unchanged':
      return 'unchanged';
    case 'updated':
      return row.before.groupId === row.after.groupId ? 'update' : 'move';
    default:
      return row satisfies never;
  }
}

function changesOf(before: Device, after: Device, pathOf: (id: GroupId) => string): PlannedRow['changes'] {
  const expectedText = (device: Device) => ({
    group: pathOf(device.groupId),
    timeZone: device.timeZone,
    status: deviceStatusLabels[device.status],
    operatingSystem: device.operatingSystem,
    address: device.address,
  });
  const [from, to] = [expectedText(before), expectedText(after)];
  return (['group', 'timeZone', 'status', 'operatingSystem', 'address'] as const)
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field], to: to[field] }));
}
