import type { Answer } from '#contract/operations.ts';
import { counted } from '#src/shared/ui/counted.ts';

/** How the fields of an inventory are called, by their names in the contract. */
export const inventoryLabels = {
  name: 'Name',
  group: 'Group path',
  timeZone: 'Time zone',
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
    `${counted(created, ['new device', 'new devices'])}, ${counted(updated, ['updated', 'updated'])}${moved > 0 ? ` (${counted(moved, ['moves', 'move'])} to another group)` : ''}, ${counted(unchanged, ['unchanged', 'unchanged'])}.`,
    newGroups === 0
      ? 'No group is created.'
      : `${counted(newGroups, ['group is', 'groups are'])} created: ${named.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}.`,
  ];
}

type Imported = Pick<Answer<'importInventory'>, 'created' | 'updated' | 'unchanged' | 'newGroups' | 'invalid'>;

/** What an import did, as a sentence. */
export function importedWords({ created, updated, unchanged, newGroups, invalid }: Imported): string {
  const parts = [
    ...(created > 0 ? [`${counted(created, ['device', 'devices'])} created`] : []),
    ...(updated > 0 ? [`${counted(updated, ['device', 'devices'])} updated`] : []),
    ...(unchanged > 0 ? [`${counted(unchanged, ['device', 'devices'])} unchanged`] : []),
    ...(newGroups > 0 ? [`${counted(newGroups, ['group', 'groups'])} created`] : []),
    ...(invalid > 0 ? [`${counted(invalid, ['line', 'lines'])} left out`] : []),
  ];
  return `Inventory imported: ${new Intl.ListFormat('en').format(parts)}.`;
}
