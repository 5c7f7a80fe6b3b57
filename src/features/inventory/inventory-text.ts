import type { Answer } from '#contract/operations.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

/** How the fields of an inventory are called, by their names in the contract. */
export const inventoryLabels = {
  name: 'Name',
  group: 'Group path',
  timeZone: 'Time zone',
  country: 'Country',
  status: 'Status',
  operatingSystem: 'Operating system',
  address: 'Address',
} as const;

type Preview = Pick<
  Answer<'previewInventory'>,
  'created' | 'updated' | 'moved' | 'unchanged' | 'newGroups' | 'firstGroups'
>;

/** What an import would do, sentence by sentence. */
export function previewLines({ created, updated, moved, unchanged, newGroups, firstGroups }: Preview): string[] {
  const named = firstGroups.slice(0, 3).map((path) => path.replace(/^Managed devices\//, ''));
  const more = newGroups - named.length;
  return [
    `${formatCount(created, ['new device', 'new devices'])}, ${formatCount(updated, ['updated', 'updated'])}${moved > 0 ? ` (${formatCount(moved, ['moves', 'move'])} to another group)` : ''}, ${formatCount(unchanged, ['unchanged', 'unchanged'])}.`,
    newGroups === 0
      ? 'No group is created.'
      : `${formatCount(newGroups, ['group is', 'groups are'])} created: ${named.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}.`,
  ];
}

type Imported = Pick<Answer<'importInventory'>, 'created' | 'updated' | 'unchanged' | 'newGroups' | 'invalid'>;

/** What an import did, as a sentence. */
export function describeImport({ created, updated, unchanged, newGroups, invalid }: Imported): string {
  const parts = [
    ...(created > 0 ? [`${formatCount(created, ['device', 'devices'])} created`] : []),
    ...(updated > 0 ? [`${formatCount(updated, ['device', 'devices'])} updated`] : []),
    ...(unchanged > 0 ? [`${formatCount(unchanged, ['device', 'devices'])} unchanged`] : []),
    ...(newGroups > 0 ? [`${formatCount(newGroups, ['group', 'groups'])} created`] : []),
    ...(invalid > 0 ? [`${formatCount(invalid, ['line', 'lines'])} left out`] : []),
  ];
  return `Inventory imported: ${new Intl.ListFormat('en').format(parts)}.`;
}

type Row = Answer<'previewInventory'>['plan']['rows'][number];

/** What a row does, or why it does nothing. */
export function describeRow({ outcome, group, timeZone, changes, errors }: Row): string {
  switch (outcome) {
    case 'error':
      return errors
        .map(({ path, message }) => {
          const field = path.split('/')[3];
          return field === undefined || !isField(field) ? message : `${inventoryLabels[field]}: ${message}`;
        })
        .join(' ');
    case 'create':
      return `${group} · ${timeZone}`;
    case 'move':
    case 'update':
      return changes
        .map(({ field, from, to }) => `${inventoryLabels[field]}: ${from || '–'} → ${to || '–'}`)
        .join(' · ');
    case 'unchanged':
      return group;
    default:
      return outcome satisfies never;
  }
}

const isField = (name: string): name is keyof typeof inventoryLabels => name in inventoryLabels;

/** Which values say nothing, field by field: their rows are imported without them. */
export const ignoredValueLines = ({ ignoredValues }: Pick<Answer<'previewInventory'>, 'ignoredValues'>): string[] =>
  ignoredValues.map(({ field, rows, first }) => {
    const more = first.length < 5 ? '.' : ' and others.';
    return `${inventoryLabels[field]} ignored in ${formatCount(rows, ['row', 'rows'])}: ${first.join(', ')}${more}`;
  });

/** How many rows are rejected, and what to do about them. */
export const describeRejected = (invalid: number): string =>
  invalid === 1
    ? '1 row is rejected. Download it with its reasons, fix it and import it again.'
    : `${formatCount(invalid, ['row is', 'rows are'])} rejected. Download them with their reasons, fix them and import them again.`;
