import type { DeviceStatus } from '#domain/fleet/fleet.ts';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { hierarchyOf, type Policy } from '../policy.ts';
import { applicationDefaults, type AdditionalValue } from '../settings.ts';

// Builders for policy tests: a path of three groups, policies on it, and a device at its end.

export const id = (text: string) => groupIdSchema.parse(text);
export const group = (name: string, parent: string | null) => ({
  id: id(name),
  name,
  parentId: parent === null ? null : id(parent),
});
export const value = (
  mode: 'manual' | 'immediate',
  scope: 'system-drives' | 'critical-areas' = 'critical-areas',
): AdditionalValue => ({
  iocScanning: { scope, start: { mode } },
  detectLegitimateApplications: false,
});
export const open = { value: value('manual'), lock: 'open' } as const;
export const closed = { value: value('immediate'), lock: 'closed' } as const;

export const policy = (
  name: string,
  groupName: string,
  parts: Partial<Omit<Policy, 'settings'>> & { additional?: Policy['settings']['additional'] } = {},
): Policy => ({
  id: policyIdSchema.parse(name),
  groupId: id(groupName),
  name,
  status: parts.status ?? 'active',
  inherit: parts.inherit ?? true,
  force: parts.force ?? false,
  settings: {
    actions: { value: applicationDefaults.actions, lock: 'open' },
    authentication: { value: applicationDefaults.authentication, lock: 'open' },
    additional: parts.additional ?? open,
  },
});

const groups = [group('root', null), group('offices', 'root'), group('berlin', 'offices')];
export const world = (...policies: Policy[]) => hierarchyOf(groups, policies);
export const device = (status: DeviceStatus = 'online') => ({ groupId: id('berlin'), status });
