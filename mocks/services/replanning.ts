import type { Device } from '#domain/fleet/fleet.ts';
import { sameValue, type ScanScope } from '#domain/policy/settings.ts';
import {
  durationMs,
  hasStarted,
  replan,
  withDeviceStatus,
  withZone,
  type Run,
  type RunSource,
} from '#domain/response/run.ts';
import { uniformMoment } from '#domain/schedule/moment.ts';
import type { ServerState } from '../store/store.ts';
import { runSourceOf, type Backend, type Fleet } from './backend.ts';
import { holdingOf, type Holding } from './holdings.ts';

/** How long the run of a task takes on a device: the same whenever it is asked. */
export function durationOf(
  { seed, durations }: Pick<ServerState, 'seed' | 'durations'>,
  run: Pick<Run, 'taskId' | 'deviceId'>,
  scope: ScanScope,
): number {
  return durationMs(durations, scope, uniformMoment(seed, `${run.taskId}/duration`, run.deviceId));
}

/**
 * The run with the settings that now hold on its device: planned anew, as if created at `atMs`, when they differ from
 * those it was planned with; the very same run otherwise. Source: rules §1, "A policy change".
 */
export function replanned(
  run: Run,
  device: Device,
  holding: Holding<'additional'>,
  server: ServerState,
  atMs: number,
): Run {
  if (hasStarted(run, atMs)) return run;
  const winner = holding(device);
  const source = runSourceOf({ winner });
  const scanning = winner.value.iocScanning;
  const same = sameValue(
    'additional',
    { iocScanning: run.scanning, detectLegitimateApplications: false },
    { iocScanning: scanning, detectLegitimateApplications: false },
  );
  if (same) return sameSource(run.source, source) ? run : { ...run, source };
  const duration = scanning.scope === run.scanning.scope ? run.durationMs : durationOf(server, run, scanning.scope);
  return replan(run, scanning, source, duration, atMs);
}

/**
 * The run as its device is at `atMs`, whatever changed of it: its zone, its status, its group and with that its settings.
 * The very same run where nothing of that concerns it.
 */
export function following(
  run: Run,
  device: Device,
  holding: Holding<'additional'>,
  server: ServerState,
  atMs: number,
): Run {
  const placed = withDeviceStatus(withZone(run, device.timeZone, atMs), device.status, atMs);
  return replanned(placed, device, holding, server, atMs);
}

/** Every run that a change of settings or of devices plans anew, as records to put. */
export async function runsToReplan(backend: Backend, fleet: Fleet, server: ServerState, atMs: number): Promise<Run[]> {
  const devices = new Map((await backend.store.all('devices')).map((device) => [device.id, device]));
  const holding = holdingOf(fleet, 'additional');
  return (await backend.store.all('runs')).flatMap((run) => {
    const device = devices.get(run.deviceId);
    const after = device ? following(run, device, holding, server, atMs) : run;
    return after === run ? [] : [after];
  });
}

function sameSource(a: RunSource, b: RunSource): boolean {
  if ('policyId' in a && 'policyId' in b) return a.kind === b.kind && a.policyId === b.policyId;
  return a.kind === b.kind;
}
