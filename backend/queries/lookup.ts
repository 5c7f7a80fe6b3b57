import type { GroupId, DeviceId } from '#domain/ids.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { notFoundProblem, Problem } from '../problem.ts';
import type { Collection, Records, StoredGroup } from '../ports/store.ts';
import type { RequestContext } from '../request-context.ts';

const words: Partial<Record<Collection, string>> = {
  groups: 'administration group',
  devices: 'device',
  policies: 'policy',
  revisions: 'revision',
  detections: 'detection',
  tasks: 'task',
};

/** A record that must be there. @throws Problem `not-found` */
export async function lookup<C extends Collection>(
  { store }: RequestContext,
  collection: C,
  id: string,
): Promise<Records[C]> {
  const record = await store.get(collection, id);
  if (!record) throw notFoundProblem(words[collection] ?? collection, id);
  return record;
}

/** A group that a body names at `path`. @throws Problem `invalid-input` */
export async function lookupTargetGroup({ store }: RequestContext, id: GroupId, path: string): Promise<StoredGroup> {
  const group = await store.get('groups', id);
  if (group) return group;
  throw new Problem('invalid-input', 'There is no such administration group. Choose one from the tree.', [
    { path, message: 'There is no such group' },
  ]);
}

/**
 * The devices of those ids, each once.
 * @param unchangedNote ends the sentence of a refusal: *No device was moved.*
 * @throws Problem `invalid-input` where one of them is not there, with an error at its place in `/deviceIds`
 */
export async function lookupDevices(
  { store }: Pick<RequestContext, 'store'>,
  deviceIds: readonly DeviceId[],
  unchangedNote: string,
): Promise<readonly Device[]> {
  const found = await Promise.all([...new Set(deviceIds)].map((id) => store.get('devices', id)));
  const known = found.filter((device) => device !== undefined);
  if (known.length === found.length) return known;
  const ids = new Set(known.map(({ id }) => id));
  throw new Problem(
    'invalid-input',
    `Some of the devices are not there. ${unchangedNote}`,
    deviceIds.flatMap((id, i) =>
      ids.has(id) ? [] : [{ path: `/deviceIds/${String(i)}`, message: 'There is no such device' }],
    ),
  );
}
