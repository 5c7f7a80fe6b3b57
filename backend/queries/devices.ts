import type { DeviceRow } from '#contract/devices.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { Candidate } from '#domain/policy/effective-setting.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { effectiveSettingOn, loadFleet, runSourceOf, withSubgroups, type Fleet } from './fleet-snapshot.ts';
import { groupRef } from './references.ts';
import { lookup } from './lookup.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { groupFilter, textFilter, filteredPage, sortedIndexes } from './device-lists.ts';
import {
  effectiveSettingsIndex,
  evaluateOncePerCandidate,
  type EffectiveSettingsLookup,
} from './effective-settings-index.ts';

/** A page of a group's devices; what holds on them is worked out for the rows of the page only. */
export async function listGroupDevices(
  context: RequestContext,
  { params, query }: Parsed<'groupDevices'>,
): Promise<Answer<'groupDevices'>> {
  await lookup(context, 'groups', params.groupId);
  const fleet = await loadFleet(context);
  const inside = withSubgroups(fleet.hierarchy.groups.values(), params.groupId);
  const decided = decisionFilter(query, effectiveSettingsIndex(fleet, 'additional'));
  const devices = await context.store.all('devices');
  const groups = await context.store.all('groups');
  const isInside = groupFilter(devices, (id) => (query.subgroups ? inside.has(id) : id === params.groupId));
  const isFound = textFilter(devices, query.search);
  const { rows, total } = filteredPage(
    devices,
    sortedIndexes(devices, groups, query.sort, query.order),
    (place) => {
      const device = devices[place];
      return (
        isInside(place) &&
        device !== undefined &&
        matchesStatus(device, query.status) &&
        isFound(place) &&
        decided(device)
      );
    },
    query,
  );
  return {
    rows: rows.map((device) => deviceRow(fleet, device)),
    total,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(await currentTimeMs(context)),
  };
}

function matchesStatus({ status, timeZone }: Device, filter: Parsed<'groupDevices'>['query']['status']): boolean {
  if (filter === 'zone-unknown') return !isTimeZone(timeZone);
  return filter === undefined || status === filter;
}

export async function getDevice(context: RequestContext, { params }: Parsed<'device'>): Promise<Answer<'device'>> {
  return deviceRow(await loadFleet(context), await lookup(context, 'devices', params.deviceId));
}

export function deviceRow(fleet: Fleet, device: Device): DeviceRow {
  const effective = effectiveSettingOn(fleet, device, 'additional');
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
function decisionFilter(query: Decided, holding: EffectiveSettingsLookup<'additional'>): (device: Device) => boolean {
  const { decidedBy, decidingPolicy, scanStart, scope } = query;
  if ([decidedBy, decidingPolicy, scanStart, scope].every((part) => part === undefined)) return () => true;
  const wanted = evaluateOncePerCandidate((winner: Candidate<'additional'>) => {
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
