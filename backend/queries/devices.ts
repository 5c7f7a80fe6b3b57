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
  effectiveSettingOn,
  loadFleet,
  groupRef,
  lookup,
  currentTimeMs,
  runSourceOf,
  loadServer,
  withSubgroups,
  type RequestContext,
  type Fleet,
} from '../request-context.ts';
import { loadTaskRunSets } from './task-run-sets.ts';
import { groupFilter, textFilter, filteredPage, sortedIndexes } from './device-lists.ts';
import {
  effectiveSettingsIndex,
  evaluateOncePerCandidate,
  type EffectiveSettingsLookup,
} from './effective-settings-index.ts';
import { replannedForDevice } from '../commands/replanning.ts';
import { runInputsOf } from './run-inputs.ts';

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

/**
 * A device goes offline, comes back or leaves the office. Its waiting runs follow the rule as if created now
 * when it comes back, and its policy may be another one out of office. Source: docs/domain-rules.md#offline-devices and docs/domain-rules.md#effective-policy.
 */
export async function setDeviceStatus(
  context: RequestContext,
  { params, body }: Parsed<'setDeviceStatus'>,
): Promise<Answer<'setDeviceStatus'>> {
  const device = await lookup(context, 'devices', params.deviceId);
  const changed: Device = { ...device, status: body.status };
  const now = await currentTimeMs(context);
  const fleet = await loadFleet(context);
  const server = await loadServer(context);
  const [situation] = runInputsOf(fleet, [changed]).situations;
  const put = (await loadTaskRunSets(context)).flatMap((runSet) => {
    const place = indexOfDevice(runSet.roster, device.id);
    if (place < 0 || !situation) return [];
    const change = (run: Run) => replannedForDevice(run, situation, server, now);
    const after = mapRun(runSet, place, { durations: server.durations, change });
    return after === runSet.runs ? [] : [after];
  });
  await context.store.commit({ devices: { put: [changed] }, runs: { put } });
  return deviceRow(fleet, changed);
}

function deviceRow(fleet: Fleet, device: Device): DeviceRow {
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
