import type { Answer, Parsed } from '#contract/operations.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { Run } from '#domain/response/run.ts';
import { mapRun } from '../runs/map-runs.ts';
import { indexOfDevice } from '../runs/roster.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { loadFleet } from '../queries/fleet-snapshot.ts';
import { lookup } from '../queries/lookup.ts';
import { loadTaskRunSets } from '../queries/task-run-sets.ts';
import { replannedForDevice } from './replanning.ts';
import { runInputsOf } from '../queries/run-inputs.ts';
import { deviceRow } from '../queries/devices.ts';

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
