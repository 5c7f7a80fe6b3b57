import type { DetectionView } from '#contract/tasks.ts';
import { groupIdSchema, type DeviceId, type GroupId, type PolicyId } from '#domain/ids.ts';

/** The window in whose *Threat Response* a missing condition can be mended, with the group to open it in. */
export interface FixTarget {
  readonly name: string;
  readonly groupId: GroupId;
  readonly tab: 'policies' | 'devices';
  readonly policy?: PolicyId;
  readonly device?: DeviceId;
}

const root = groupIdSchema.parse('managed-devices');

/**
 * Where a missing condition was decided, and so can be mended: in the policy that said so, else in the window of the
 * device.
 * @param groupId the group one is in, which a link keeps; null on a page of no group
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
