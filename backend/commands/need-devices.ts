import type { Device } from '#domain/fleet/fleet.ts';
import type { DeviceId } from '#domain/ids.ts';
import { Problem } from '../problem.ts';
import type { RequestContext } from '../request-context.ts';

/**
 * The devices of those ids, each once.
 * @param kept ends the sentence of a refusal: *No device was moved.*
 * @throws Problem `invalid-input` where one of them is not there, with an error at its place in `/deviceIds`
 */
export async function lookupDevices(
  { store }: Pick<RequestContext, 'store'>,
  deviceIds: readonly DeviceId[],
  kept: string,
): Promise<readonly Device[]> {
  const found = await Promise.all([...new Set(deviceIds)].map((id) => store.get('devices', id)));
  const known = found.filter((device) => device !== undefined);
  if (known.length === found.length) return known;
  const ids = new Set(known.map(({ id }) => id));
  throw new Problem(
    'invalid-input',
    `Some of the devices are not there. ${kept}`,
    deviceIds.flatMap((id, i) =>
      ids.has(id) ? [] : [{ path: `/deviceIds/${String(i)}`, message: 'There is no such device' }],
    ),
  );
}
