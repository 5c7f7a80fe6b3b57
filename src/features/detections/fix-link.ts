import type { DetectionView } from '#contract/tasks.ts';
import { groupIdSchema, type DeviceId, type GroupId, type PolicyId } from '#domain/ids.ts';

/** The window whose *Threat Response* section can fix a missing condition, with the group to open it in. */
export interface FixTarget {
  readonly name: string;
  readonly groupId: GroupId;
  readonly tab: 'policies' | 'devices';
  readonly policy?: PolicyId;
  readonly device?: DeviceId;
}

const root = groupIdSchema.parse('managed-devices');

/**
 * The window that can fix a missing condition: of the deciding policy, otherwise of the device.
 * @param groupId the current group, which the link keeps; null on a page without one
 */
export function fixTarget(
  { source }: DetectionView['missing'][number],
  device: DetectionView['device'],
  groupId: GroupId | null,
): FixTarget {
  if (source?.kind === 'policy') {
    const { id, name, group } = source.policy;
    return { name, groupId: groupId ?? group.id, tab: 'policies', policy: id };
  }
  return { name: device.name, groupId: groupId ?? root, tab: 'devices', device: device.id };
}
