import type { SavedView } from '#contract/saved.ts';
import type { DeviceId, PolicyId } from '#domain/ids.ts';
import type { Saved } from '#backend/ports/history-records.ts';
import { savedView } from '../queries/references.ts';
import type { FleetRecords } from './load-inputs.ts';

/** The revision of a policy or of local settings; null for a draft. */
export interface SavedDecisions {
  readonly ofPolicy: (id: PolicyId) => SavedView | null;
  readonly onDevice: (id: DeviceId) => SavedView | null;
}

/**
 * The revisions of the policies and local settings in `records`. Records are immutable: one that is not identical to that
 * in `now` belongs to the draft.
 */
export function savedDecisions(records: FleetRecords, now: FleetRecords): SavedDecisions {
  const policies = new Map(records.policies.map((policy) => [policy.id, policy]));
  const savedPolicies = new Map(now.policies.map((policy) => [policy.id, policy]));
  const view = (record: Saved | undefined, saved: Saved | undefined) =>
    record && record === saved ? savedView(record) : null;
  return {
    ofPolicy: (id) => view(policies.get(id), savedPolicies.get(id)),
    onDevice: (id) => view(records.fleet.local.get(id), now.fleet.local.get(id)),
  };
}
