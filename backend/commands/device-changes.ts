import type { Device } from '#domain/fleet/fleet.ts';
import type { DeviceId, GroupId } from '#domain/ids.ts';
import { indexOfDevice } from '../runs/roster.ts';
import type { DeviceEdit, DeviceFacts, UndoStep } from '../ports/history-records.ts';
import type { Store } from '../ports/store.ts';
import type { RecordChange } from './record-changes.ts';
import { changedSinceProblem } from '../records/names.ts';

/** Devices to add, to change, and to remove. */
export interface DeviceWrites {
  readonly add?: readonly Device[];
  readonly edit?: readonly Device[];
  readonly remove?: readonly Device[];
}

type DeviceStep = Extract<UndoStep, { readonly kind: `devices-${string}` }>;

/** Devices are compared so many at a time. */
const batchSize = 5_000;

/**
 * The share that devices have in a change. They have no revisions: what differs is kept with the way back.
 * @param pause lets others have their turn, where many devices change
 */
export async function deviceRecordChanges(
  store: Store,
  { add = [], edit = [], remove = [] }: DeviceWrites,
  pause: () => Promise<void>,
): Promise<Omit<RecordChange, 'revision'>[]> {
  const edits: { device: Device; edit: DeviceEdit }[] = [];
  for (const [i, device] of edit.entries()) {
    if (i % batchSize === batchSize - 1) await pause();
    const before = await store.get('devices', device.id);
    const facts = before && differing(before, device);
    if (facts) edits.push({ device, edit: { id: device.id, ...facts } });
  }
  const added = byGroup(add);
  await pause();
  return [
    ...[...added].map(([to, devices]) =>
      deviceRecordChange(
        devices,
        'added',
        { devices: { put: devices } },
        { kind: 'devices-added', devices: idsOf(devices), to },
      ),
    ),
    ...(edits.length === 0
      ? []
      : [
          deviceRecordChange(
            edits.map(({ device }) => device),
            'changed',
            { devices: { put: edits.map(({ device }) => device) } },
            { kind: 'devices-edited', edits: edits.map((each) => each.edit) },
          ),
        ]),
    ...(remove.length === 0
      ? []
      : [
          deviceRecordChange(
            remove,
            'removed',
            { devices: { remove: idsOf(remove) } },
            { kind: 'devices-removed', devices: remove },
          ),
        ]),
  ];
}

/**
 * The writes that take a step back.
 * @throws Problem `state-forbids` where a device is no longer as the change left it, or something rests on it
 */
export async function undoneDeviceWrites(store: Store, step: DeviceStep): Promise<DeviceWrites> {
  switch (step.kind) {
    case 'devices-added': {
      const remove: Device[] = [];
      const detecting = new Set((await store.all('detections')).map(({ deviceId }) => deviceId));
      for (const id of step.devices) {
        const device = await store.get('devices', id);
        const stored = device?.groupId === step.to && !detecting.has(id) && !(await isInUse(store, id));
        if (!stored) throw changedSinceProblem(device?.name ?? id);
        remove.push(device);
      }
      return { remove };
    }
    case 'devices-removed': {
      for (const { id, name } of step.devices) if (await store.get('devices', id)) throw changedSinceProblem(name);
      return { add: step.devices };
    }
    case 'devices-edited': {
      const edit: Device[] = [];
      for (const { id, before, after } of step.edits) {
        const device = await store.get('devices', id);
        if (!device || differing(device, { ...device, ...after })) throw changedSinceProblem(device?.name ?? id);
        edit.push({ ...device, ...before });
      }
      return { edit };
    }
    default:
      return step satisfies never;
  }
}

export const mergedDeviceWrites = (all: readonly DeviceWrites[]): DeviceWrites => ({
  add: all.flatMap(({ add }) => add ?? []),
  edit: all.flatMap(({ edit }) => edit ?? []),
  remove: all.flatMap(({ remove }) => remove ?? []),
});

/** A device with runs or settings of its own: they would be left without it. */
const isInUse = async (store: Store, id: DeviceId): Promise<boolean> =>
  (await store.get('localSettings', id)) !== undefined ||
  (await store.all('rosters')).some((roster) => indexOfDevice(roster, id) >= 0);

const facts = ['groupId', 'timeZone', 'status', 'operatingSystem', 'address'] as const satisfies (keyof DeviceFacts)[];

function differing(before: Device, after: Device): Pick<DeviceEdit, 'before' | 'after'> | null {
  const changed = facts.filter((fact) => before[fact] !== after[fact]);
  if (changed.length === 0) return null;
  const only = (device: Device) => Object.fromEntries(changed.map((fact) => [fact, device[fact]]));
  return { before: only(before), after: only(after) };
}

function deviceRecordChange(
  devices: readonly Device[],
  to: string,
  writes: RecordChange['writes'],
  undo: DeviceStep,
): Omit<RecordChange, 'revision'> {
  const [first] = devices;
  const name = devices.length === 1 ? (first?.name ?? '') : `${String(devices.length)} devices`;
  return {
    writes,
    subject: { kind: 'devices', id: first?.groupId ?? '', name, revision: null },
    lines: [{ object: name, setting: devices.length === 1 ? 'Device' : 'Devices', from: '', to }],
    undo,
  };
}

const idsOf = (devices: readonly Device[]) => devices.map(({ id }) => id);

function byGroup(devices: readonly Device[]): Map<GroupId, Device[]> {
  const groups = new Map<GroupId, Device[]>();
  for (const device of devices) {
    const inside = groups.get(device.groupId) ?? [];
    groups.set(device.groupId, inside);
    inside.push(device);
  }
  return groups;
}
