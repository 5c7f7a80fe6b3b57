import type { Answer, Parsed } from '#contract/operations.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { StoredChange } from '../ports/history-records.ts';
import type { RequestContext } from '../request-context.ts';
import { changeView } from '../queries/audit-log.ts';
import { lookupDevices } from '../queries/lookup.ts';
import { applyChange } from './apply-change.ts';

/**
 * Sets the time zone of devices, in one change that can be undone. Runs that wait there are planned anew in the new zone,
 * as if created now; those that could not be planned in the former one are planned for the first time.
 * @throws Problem `invalid-input` where a device is not there
 */
export async function setTimeZone(
  context: RequestContext,
  { body: { deviceIds, timeZone } }: Parsed<'setTimeZone'>,
): Promise<Answer<'setTimeZone'>> {
  const known = await lookupDevices(context, deviceIds, 'No time zone was set.');
  const changed = known.filter((device) => device.timeZone !== timeZone);
  const entry = await applyChange(context, {
    action: 'Time zone set',
    devices: { edit: changed.map((device) => ({ ...device, timeZone })) },
    summary: summaryOf(changed, timeZone),
  });
  return { changed: changed.length, change: entry && changeView(entry) };
}

/** What the audit log says: a line for each zone that devices were in. */
function summaryOf(changed: readonly Device[], to: string): Pick<StoredChange, 'objects' | 'lines'> {
  const byZone = new Map<string, Device[]>();
  for (const device of changed) byZone.set(device.timeZone, [...(byZone.get(device.timeZone) ?? []), device]);
  return {
    objects: [{ kind: 'devices', id: changed[0]?.groupId ?? '', name: namesOf(changed, 1), revision: null }],
    lines: [...byZone].map(([from, devices]) => ({
      object: namesOf(devices, maxNamed),
      setting: 'Time zone',
      from,
      to,
    })),
  };
}

const maxNamed = 20;

/** The devices by name, or their number where they are more than `most`. */
const namesOf = (devices: readonly Device[], most: number) =>
  devices.length > most ? `${String(devices.length)} devices` : devices.map(({ name }) => name).join(', ');
