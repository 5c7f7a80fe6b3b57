import type { DeviceRow, DeviceSort } from '#contract/devices.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { Candidate } from '#domain/policy/effective-setting.ts';
import type { Hierarchy } from '#domain/policy/policy.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
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
} from './backend.ts';
import { holdingOf, type Holding } from './holdings.ts';
import { compareText, matches, pageOfRows } from './page.ts';
import { following } from './replanning.ts';

/** A page of a group's devices; what holds on them is worked out for the rows of the page only. */
export async function groupDevices(
  backend: Backend,
  { params, query }: Parsed<'groupDevices'>,
): Promise<Answer<'groupDevices'>> {
  await need(backend, 'groups', params.groupId);
  const fleet = await fleetOf(backend);
  const inside = withSubgroups(fleet.hierarchy.groups.values(), params.groupId);
  const decided = decidedAs(query, holdingOf(fleet, 'additional'));
  const found = (await backend.store.all('devices')).filter(
    (device) =>
      (query.subgroups ? inside.has(device.groupId) : device.groupId === params.groupId) &&
      (query.status === undefined || device.status === query.status) &&
      matches(query.search, [device.name, device.address, device.operatingSystem]) &&
      decided(device),
  );
  const direction = query.order === 'asc' ? 1 : -1;
  const key = sortKey(fleet.hierarchy, query.sort);
  const sorted = found.sort((a, b) => direction * compareText(key(a), key(b)) || compareText(a.name, b.name));
  return {
    rows: pageOfRows(sorted, query).map((device) => rowOf(fleet, device)),
    total: found.length,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(await nowOf(backend)),
  };
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
  const holding = holdingOf(fleet, 'additional');
  const runs = (await backend.store.where('runs', 'deviceId', device.id))
    .map((run) => ({ before: run, after: following(run, changed, holding, server, now) }))
    .filter(({ before, after }) => before !== after);
  await backend.store.commit({ devices: { put: [changed] }, runs: { put: runs.map(({ after }) => after) } });
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
  if ([decidedBy, decidingPolicy, scanStart, scope].every((wanted) => wanted === undefined)) return () => true;
  const judged = new Map<Candidate<'additional'>, boolean>();
  const judge = (winner: Candidate<'additional'>) => {
    const source = runSourceOf({ winner });
    const { iocScanning } = winner.value;
    return (
      (decidedBy === undefined || source.kind === decidedBy) &&
      (decidingPolicy === undefined || ('policyId' in source && source.policyId === decidingPolicy)) &&
      (scanStart === undefined || describeScanStart(iocScanning.start) === scanStart) &&
      (scope === undefined || iocScanning.scope === scope)
    );
  };
  return (device) => {
    const winner = holding(device);
    const answer = judged.get(winner) ?? judge(winner);
    judged.set(winner, answer);
    return answer;
  };
}

function sortKey(hierarchy: Hierarchy, sort: DeviceSort): (device: Device) => string {
  if (sort === 'group') return (device) => groupRef(hierarchy, device.groupId).name;
  return (device) => device[sort];
}
