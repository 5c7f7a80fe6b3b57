import { csvLines } from '#contract/csv-text.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import { pathText } from '../csv/group-path.ts';
import { type RequestContext } from '../request-context.ts';
import { loadHierarchy, withSubgroups } from './fleet-snapshot.ts';
import { lookup } from './lookup.ts';
import { compareText } from './page.ts';

const heads = ['Name', 'Group path', 'Time zone', 'Status', 'Operating system', 'Address'];

/** Lines are written so many at a time; in between other requests are answered. */
const slice = 10_000;

/**
 * The devices of a group and its subgroups by name, in the form that `importInventory` reads: importing it changes
 * nothing. With a byte order mark, so that spreadsheets read UTF-8.
 */
export async function exportInventory(
  context: RequestContext,
  { params, query }: Parsed<'exportInventory'>,
): Promise<Answer<'exportInventory'>> {
  const { hierarchy, devices } = await context.withLock(async (locked) => {
    await lookup(locked, 'groups', params.groupId);
    return { hierarchy: await loadHierarchy(locked), devices: await locked.store.all('devices') };
  });
  const inside = withSubgroups(hierarchy.groups.values(), params.groupId);
  const paths = new Map([...inside].map((id) => [id, pathText(hierarchy, id)]));
  const found = devices.filter(({ groupId }) => inside.has(groupId)).sort((a, b) => compareText(a.name, b.name));
  const parts = [csvLines([heads], query.separator)];
  for (let from = 0; from < found.length; from += slice) {
    await context.job.step(from, found.length);
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
    parts.push(csvLines(rows, query.separator));
  }
  return `\uFEFF${parts.join('')}`;
}
