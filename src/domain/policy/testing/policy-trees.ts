import fc from 'fast-check';
import type { DeviceStatus } from '#domain/fleet/fleet.ts';
import { group, id, policy, value } from './policy-vocabulary.ts';
import { hierarchyOf, pathTo } from '../policy.ts';

// Random trees for the tests of the policies.

/** A random tree with at most one policy in each group, and the path of its last group from the root down. */
export const aTree = fc
  .array(
    fc.record({
      parent: fc.nat(),
      status: fc.constantFrom('active', 'active', 'inactive', 'out-of-office', null),
      inherit: fc.boolean(),
      force: fc.boolean(),
      lock: fc.constantFrom('open', 'closed'),
      mode: fc.constantFrom('manual', 'immediate'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((nodes) => {
    const treeGroups = nodes.map((node, i) =>
      // Half of the groups hang under the one before, so that paths are long.
      group(`g${String(i)}`, i === 0 ? null : `g${String(node.parent % 2 ? i - 1 : node.parent % i)}`),
    );
    const policies = nodes.flatMap(({ status, inherit, force, lock, mode }, i) =>
      status === null
        ? []
        : [
            policy(`p${String(i)}`, `g${String(i)}`, {
              status,
              inherit,
              force,
              additional: { value: value(mode), lock },
            }),
          ],
    );
    const h = hierarchyOf(treeGroups, policies);
    const last = treeGroups.at(-1)?.id ?? id('g0');
    return { h, last, path: pathTo(h, last).flatMap((g) => h.policies.get(g.id) ?? []) };
  });
export const aStatus = fc.constantFrom<DeviceStatus>('online', 'out-of-office');
