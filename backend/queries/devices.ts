import type { DeviceRow } from '#contract/devices.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { Candidate } from '#domain/policy/effective-setting.ts';
import type { Run } from '#domain/response/run.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { mapRun } from '../runs/map-runs.ts';
import { indexOfDevice } from '../runs/roster.ts';
import {
  effectiveOn,
  fleetOf,
  groupRef,
  need,
  nowOf,
  runSourceOf,
  serverOf,
  withSubgroups,
  type Backend,
  type Fleet,
} from '../request-context.ts';
import { blocksIn } from './task-run-sets.ts';
import { inGroups, namedLike, pageInOrder, placesInOrder } from './device-lists.ts';
import { holdingOf, judgedOnce, type Holding } from './effective-settings-index.ts';
import { following } from '../commands/replanning.ts';
import { situationsOf } from './run-inputs.ts';

/** A page of a group's devices; what holds on them is worked out for the rows of the page only. */
export async function groupDevices(
  backend: Backend,
  { params, query }: Parsed<'groupDevices'>,
): Promise<Answer<'groupDevices'>> {
  await need(backend, 'groups', params.groupId);
  const fleet = await fleetOf(backend);
  const inside = withSubgroups(fleet.hierarchy.groups.values(), params.groupId);
  const decided = decidedAs(query, holdingOf(fleet, 'additional'));
  const devices = await backend.store.all('devices');
  const groups = await backend.store.all('groups');
  const isInside = inGroups(devices, (id) => (query.subgroups ? inside.has(id) : id === params.groupId));
  const isFound = namedLike(devices, query.search);
  const { rows, total } = pageInOrder(
    devices,
    placesInOrder(devices, groups, query.sort, query.order),
    (place) => {
      const device = devices[place];
      return (
        isInside(place) && device !== undefined && passes(device, query.status) && isFound(place) && decided(device)
      );
    },
    query,
  );
  return {
    rows: rows.map((device) => rowOf(fleet, device)),
    total,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(await nowOf(backend)),
  };
}

function passes({ status, timeZone }: Device, filter: Parsed<'groupDevices'>['query']['status']): boolean {
  if (filter === 'zone-unknown') return !isTimeZone(timeZone);
  return filter === undefined || status === filter;
}

export async function deviceView(backend: Backend, { params }: Parsed<'device'>): Promise<Answer<'device'>> {
  return rowOf(await fleetOf(backend), await need(backend, 'devices', params.deviceId));
}

/**
 * A device goes offline, comes back or leaves the office. Its waiting runs follow the rule as if created now
 * when it comes back, and its policy may be another one out of office. Source: rules §1 and §2.
 */
export async function setDeviceStatus(
  backend: Backend,
  { params, body }: Parsed<'setDeviceStatus'>,
): Promise<Answer<'setDeviceStatus'>> {
  const device = await need(backend, 'devices', params.deviceId);
  const changed: Device = { ...device, status: body.status };
  const now = await nowOf(backend);
  const fleet = await fleetOf(backend);
  const server = await serverOf(backend);
  const [situation] = situationsOf(fleet, [changed]).situations;
  const put = (await blocksIn(backend)).flatMap((block) => {
    const place = indexOfDevice(block.roster, device.id);
    if (place < 0 || !situation) return [];
    const change = (run: Run) => following(run, situation, server, now);
    const after = mapRun(block, place, { durations: server.durations, change });
    return after === block.runs ? [] : [after];
  });
  await backend.store.commit({ devices: { put: [changed] }, runs: { put } });
  return rowOf(fleet, changed);
}

function rowOf(fleet: Fleet, device: Device): DeviceRow {
  const effective = effectiveOn(fleet, device, 'additional');
  const source = runSourceOf(effective);
  return {
    id: device.id,
    name: device.name,
    group: groupRef(fleet.hierarchy, device.groupId),
    operatingSystem: device.operatingSystem,
    address: device.address,
    timeZone: device.timeZone,
    timeZoneKnown: isTimeZone(device.timeZone),
    status: device.status,
    scanStart: describeScanStart(effective.winner.value.iocScanning.start),
    decidedBy: source.kind,
    policyName: 'policyName' in source ? source.policyName : null,
    hasLocalSettings: Object.values(fleet.local.get(device.id)?.values ?? {}).some((value) => value !== null),
  };
}

type Decided = Pick<Parsed<'groupDevices'>['query'], 'decidedBy' | 'decidingPolicy' | 'scanStart' | 'scope'>;

/** Whether what holds on a device is what a query asks for; each distinct holding is judged once. */
function decidedAs(query: Decided, holding: Holding<'additional'>): (device: Device) => boolean {
  const { decidedBy, decidingPolicy, scanStart, scope } = query;
  if ([decidedBy, decidingPolicy, scanStart, scope].every((part) => part === undefined)) return () => true;
  const wanted = judgedOnce((winner: Candidate<'additional'>) => {
    const source = runSourceOf({ winner });
    const { iocScanning } = winner.value;
    return (
      (decidedBy === undefined || source.kind === decidedBy) &&
      (decidingPolicy === undefined || ('policyId' in source && source.policyId === decidingPolicy)) &&
      (scanStart === undefined || describeScanStart(iocScanning.start) === scanStart) &&
      (scope === undefined || iocScanning.scope === scope)
    );
  });
  return (device) => wanted(holding(device));
}
