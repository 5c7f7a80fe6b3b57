import { z } from 'zod';
import { inventoryReadingSchema, type InventoryReading } from '#contract/inventory-reading.ts';
import type { Answer } from '#contract/operations.ts';
import { bareHeading, inventoryFields, type InventoryField } from '#domain/inventory/inventory-fields.ts';
import { writeLocalStorage, readLocalStorage } from '#src/shared/ui/use-local-storage.ts';

/** How the backend reads a file. */
export type InventoryForm = Answer<'readInventory'>;

/** All that a reading says of a file, guesses included: so the import reads what the preview read. */
export const completeReading = (form: InventoryForm, chosen: InventoryReading): InventoryReading => ({
  ...chosen,
  separator: form.separator,
  headingLine: form.headingLine,
  columns: form.mapping,
});

interface Choice<T> {
  readonly text: string;
  readonly target: T;
}

/** A choice for one value, in place of the one before. */
export const withChoice = <T extends string>(
  choices: readonly Choice<T>[] | undefined,
  text: string,
  target: T,
): Choice<T>[] => [...(choices ?? []).filter((choice) => choice.text !== text), { text, target }];

const savedMappingsSchema = z.array(
  z.object({
    headings: z.array(z.string()),
    columns: z.array(z.object({ field: z.enum(inventoryFields), headings: z.array(z.string()) })),
    values: inventoryReadingSchema,
  }),
);

type SavedMappings = z.infer<typeof savedMappingsSchema>;

const name = 'vesper.inventory-imports';
/** Lists of so many forms are remembered: the last ones that were imported. */
const maxSavedMappings = 20;

function loadMappings(): SavedMappings {
  try {
    return savedMappingsSchema.parse(JSON.parse(readLocalStorage(name) ?? '[]'));
  } catch {
    return [];
  }
}

/** What a form is known by: its headings, without the one that the console itself puts behind rows that it rejects. */
function headingsOf(form: Pick<InventoryForm, 'columns'>): string[] {
  return form.columns
    .map(({ heading }) => bareHeading(heading))
    .filter((heading) => heading !== '' && heading !== 'reasonforrejection');
}

const sameHeadings = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' ');

/** How a file with these headings was imported before, whatever the order of its columns; null where none was. */
export function findSavedReading(form: Pick<InventoryForm, 'columns'>): InventoryReading | null {
  const headings = headingsOf(form);
  const known = headings.length === 0 ? undefined : loadMappings().find((one) => sameHeadings(one.headings, headings));
  if (!known) return null;
  const places = form.columns.map(({ heading }) => bareHeading(heading));
  const columns: Partial<Record<InventoryField, number[]>> = {};
  for (const field of inventoryFields) {
    const headings = known.columns.find((one) => one.field === field)?.headings ?? [];
    const found = headings.map((heading) => places.indexOf(heading)).filter((place) => place >= 0);
    if (found.length > 0) columns[field] = found;
  }
  return { ...known.values, columns };
}

/** Keeps how a file was imported, for the next one with the same headings. */
export function saveReading(form: InventoryForm, chosen: InventoryReading): void {
  const headings = headingsOf(form);
  if (headings.length === 0) return;
  const columns = inventoryFields.map((field) => ({
    field,
    headings: (form.mapping[field] ?? []).map((place) => bareHeading(form.columns[place]?.heading ?? '')),
  }));
  const { statuses, timeZones, groups, newDevices } = chosen;
  const values = {
    ...(statuses ? { statuses } : {}),
    ...(timeZones ? { timeZones } : {}),
    ...(groups ? { groups } : {}),
    ...(newDevices ? { newDevices } : {}),
  };
  const others = loadMappings().filter((one) => !sameHeadings(one.headings, headings));
  writeLocalStorage(name, JSON.stringify([{ headings, columns, values }, ...others].slice(0, maxSavedMappings)));
}
