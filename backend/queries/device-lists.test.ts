import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceSorts } from '#contract/devices.ts';
import { managedDevices, type Device } from '#domain/fleet/fleet.ts';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import type { StoredGroup } from '../ports/store.ts';
import { groupFilter, textFilter, filteredPage, sortedIndexes } from './device-lists.ts';
import { compareText, matches, pageOfRows } from './page.ts';

const groups: readonly StoredGroup[] = ['Rack 12', 'Rack 2', 'rack 2', 'Zürich'].map((name, i) => ({
  id: groupIdSchema.parse(`group-${String(i)}`),
  parentId: managedDevices,
  name,
  ...{ revision: 1, modifiedAtMs: 0, modifiedBy: 'M. Admin' },
}));
const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? id;

const someDevices = fc
  .array(
    fc.record({
      name: fc.constantFrom('WS-2', 'WS-12', 'ws-2', 'LT-1', 'Ärzte', 'lt-1'),
      groupId: fc.constantFrom(...groups.map(({ id }) => id)),
      status: fc.constantFrom('online' as const, 'offline' as const, 'out-of-office' as const),
      timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo'),
      operatingSystem: fc.constantFrom('Windows 11', 'Debian 12'),
      address: fc.constantFrom('10.0.0.2', '10.0.0.12'),
    }),
    { maxLength: 40 },
  )
  .map((parts) => parts.map((part, i): Device => ({ id: deviceIdSchema.parse(`device-${String(i)}`), ...part })));

test('a page of devices is the page of all that are wanted in order, whatever is asked', () => {
  fc.assert(
    fc.property(
      someDevices,
      fc.record({
        sort: fc.constantFrom(...deviceSorts),
        order: fc.constantFrom('asc' as const, 'desc' as const),
        page: fc.integer({ min: 1, max: 5 }),
        pageSize: fc.integer({ min: 1, max: 12 }),
        search: fc.constantFrom(undefined, '', ' ws', '12', 'debian', 'LT-1', '2\n10', '2win'),
        inside: fc.subarray(groups.map(({ id }) => id)),
      }),
      (devices, { sort, order, page, pageSize, search, inside }) => {
        const isInside = groupFilter(devices, (id) => inside.includes(id));
        const isFound = textFilter(devices, search);
        const answer = filteredPage(
          devices,
          sortedIndexes(devices, groups, sort, order),
          (place) => isInside(place) && isFound(place),
          { page, pageSize },
        );
        const keyOf = (device: Device) => (sort === 'group' ? nameOf(device.groupId) : device[sort]);
        const way = order === 'asc' ? 1 : -1;
        const all = devices
          .filter(({ groupId }) => inside.includes(groupId))
          .filter(({ name, address, operatingSystem }) => matches(search, [name, address, operatingSystem]))
          .sort((a, b) => way * compareText(keyOf(a), keyOf(b)) || compareText(a.name, b.name));
        expect(answer).toEqual({ rows: pageOfRows(all, { page, pageSize }), total: all.length });
      },
    ),
    { seed: 20_261_125, numRuns: 1_000 },
  );
});

test('a group that is renamed changes its place, though no device changed', () => {
  const [first, second] = groups;
  if (!first || !second) throw new Error('The test needs two groups');
  const device = (i: number, groupId: Device['groupId']): Device => ({
    id: deviceIdSchema.parse(`device-${String(i)}`),
    name: `WS-${String(i)}`,
    groupId,
    ...{ status: 'online', timeZone: 'UTC', operatingSystem: 'Windows 11', address: '10.0.0.1' },
  });
  const devices = [device(0, first.id), device(1, second.id)];
  const places = (with_: readonly StoredGroup[]) => [...sortedIndexes(devices, with_, 'group', 'asc')];
  expect(places(groups)).toEqual([1, 0]);
  expect(places([{ ...first, name: 'Attic' }, second])).toEqual([0, 1]);
});
