import type { DeviceRow } from '#contract/devices.ts';
import { groupPathText } from '#contract/group-path.ts';
import type { GroupNode } from '#contract/groups.ts';
import type { Input } from '#contract/operations.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { allRows } from '#src/shared/api/all-rows.ts';
import { call } from '#src/shared/api/client.ts';
import type { CsvColumn, CsvTable } from '#src/shared/csv/csv-table.ts';
import { decidedByText } from './device-columns.tsx';

/** The list of a group's devices as a file, every device that is asked for. */
export async function devicesCsv(
  groupId: GroupId,
  asked: Partial<Input<'groupDevices'>['query']>,
): Promise<CsvTable<DeviceRow>> {
  const [{ groups }, rows] = await Promise.all([
    call('groupTree'),
    allRows((part) => call('groupDevices', { params: { groupId }, query: { ...asked, ...part } })),
  ]);
  return { columns: deviceCsvColumns(groups), rows };
}

/**
 * The columns of the file, with the headings and values that *Import inventory* reads: an import of the file changes nothing.
 * @param groups all of them: a device's row names only its own, and a name alone says not where the group is
 */
export function deviceCsvColumns(
  groups: readonly Pick<GroupNode, 'id' | 'parentId' | 'name'>[],
): readonly CsvColumn<DeviceRow>[] {
  const pathOf = groupPaths(groups);
  return [
    { heading: 'Name', text: ({ name }) => name },
    { heading: 'Status', text: ({ status }) => deviceStatusLabels[status] },
    { heading: 'Group path', text: ({ group }) => pathOf(group.id) ?? group.name },
    { heading: 'Time zone', text: ({ timeZone }) => timeZone },
    { heading: 'Operating system', text: ({ operatingSystem }) => operatingSystem },
    { heading: 'Address', text: ({ address }) => address },
    { heading: 'Scan start', text: ({ scanStart }) => scanStart },
    { heading: 'Decided by', text: decidedByText },
  ];
}

/** The path of each group by its id, worked out once each; undefined of a group that is not among them. */
function groupPaths(groups: readonly Pick<GroupNode, 'id' | 'parentId' | 'name'>[]) {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const known = new Map<GroupId, string>();
  return (id: GroupId): string | undefined => {
    const path = known.get(id);
    if (path !== undefined) return path;
    const names: string[] = [];
    for (let group = byId.get(id); group; group = group.parentId === null ? undefined : byId.get(group.parentId)) {
      names.unshift(group.name);
    }
    if (names.length === 0) return undefined;
    known.set(id, groupPathText(names));
    return known.get(id);
  };
}
