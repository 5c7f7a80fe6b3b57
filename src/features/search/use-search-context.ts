import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { deviceIdSchema, groupIdSchema, policyIdSchema, taskIdSchema } from '#domain/ids.ts';
import { queryOf, taggedQueryOf } from '#src/shared/api/queries.ts';
import { searchParamsSchema, useOptionalRouteParams } from '#src/shared/navigation/route-location.ts';
import type { FoundObject } from './search-results.ts';
import type { Owner } from './settings-search.ts';

const root = groupIdSchema.parse('managed-devices');
/** Stands for an id where the address has none; nothing is asked with it. */
const none = 'none';

/**
 * Where one is, and whose settings are at hand: those of the open window, else of the policy that the group obeys. On a page
 * without a group they are those of *Managed devices*. Of what is open, only what its window has loaded is known here.
 */
export function useSearchContext(): { readonly here: FoundObject | null; readonly owners: readonly Owner[] } {
  const at = useOptionalRouteParams();
  const search = searchParamsSchema.parse(useSearch({ strict: false }));
  const groupId = at?.groupId ?? root;
  const policyId = search.policy ?? policyIdSchema.parse(none);
  const deviceId = search.device ?? deviceIdSchema.parse(none);
  const taskId = search.task ?? taskIdSchema.parse(none);
  const group = useQuery(queryOf('group', { params: { groupId } })).data;
  const policy = useQuery({ ...taggedQueryOf('policy', { params: { policyId } }), enabled: false }).data?.value;
  const device = useQuery({ ...queryOf('device', { params: { deviceId } }), enabled: false }).data;
  const task = useQuery({ ...queryOf('task', { params: { taskId } }), enabled: false }).data;
  if (!group) return { here: null, owners: [] };
  const path = group.path.map(({ name }) => name);
  const window =
    (search.policy && policy && { kind: 'policy' as const, id: policy.id, name: policy.name }) ??
    (search.device && device && { kind: 'device' as const, id: device.id, name: device.name }) ??
    (search.task && task && { kind: 'task' as const, id: task.id, name: task.name });
  const isOpen = search.policy ?? search.device ?? search.task;
  const currentGroup: FoundObject = { kind: 'group', id: group.id, name: group.name, groupId, path: path.slice(0, -1) };
  const effectivePolicy: Owner[] = group.effectivePolicy
    ? [{ kind: 'policy', id: group.effectivePolicy.id, name: group.effectivePolicy.name, groupId }]
    : [];
  const open = window && window.kind !== 'task' ? [{ ...window, groupId }] : [];
  return {
    here: at === null ? null : window ? { ...window, groupId, path } : isOpen ? null : currentGroup,
    owners: [...open, ...effectivePolicy.filter(({ id }) => id !== search.policy)],
  };
}
