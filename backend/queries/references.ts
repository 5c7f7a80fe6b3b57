import type { SourceView } from '#contract/devices.ts';
import type { SavedView } from '#contract/saved.ts';
import { toInstant } from '#contract/time.ts';
import { pathTo, type Hierarchy, type Policy } from '#domain/policy/policy.ts';
import type { Source } from '#domain/policy/effective-setting.ts';
import type { GroupId } from '#domain/ids.ts';
import type { Saved } from '../ports/history-records.ts';

export const groupRef = (hierarchy: Hierarchy, id: GroupId) => ({ id, name: hierarchy.groups.get(id)?.name ?? id });

export const policyRef = (hierarchy: Hierarchy, policy: Policy) => ({
  id: policy.id,
  name: policy.name,
  group: groupRef(hierarchy, policy.groupId),
});

/** The revision of a record, with who saved it and when. */
export const savedView = ({ revision, modifiedBy, modifiedAtMs }: Saved): SavedView => ({
  revision,
  modifiedBy,
  modifiedAt: toInstant(modifiedAtMs),
});

export const pathRefs = (hierarchy: Hierarchy, id: GroupId) =>
  pathTo(hierarchy, id).map((group) => ({ id: group.id, name: group.name }));

export const sourceView = (hierarchy: Hierarchy, from: Source): SourceView =>
  from.kind === 'policy'
    ? { kind: 'policy', policy: policyRef(hierarchy, from.policy), lock: from.lock }
    : { kind: from.kind };
