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

/** All matching devices of a group as a CSV table. */
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
 * The columns use the headings and values of *Import inventory*, so that importing the file changes nothing.
 * @param groups all groups, to compute each device's group path
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

/** Memoised paths of groups by id; undefined for an unknown group. */
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
