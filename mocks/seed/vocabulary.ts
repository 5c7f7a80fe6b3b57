import type { Device } from '#domain/fleet/fleet.ts';
import {
  credentialIdSchema,
  deviceIdSchema,
  groupIdSchema,
  policyIdSchema,
  timeOfDaySchema,
  userIdSchema,
} from '#domain/ids.ts';
import type { PolicySettings } from '#domain/policy/policy.ts';
import { applicationDefaults, type AdditionalValue, type Lock, type ScanScope } from '#domain/policy/settings.ts';
import { defaultDurationModel } from '#domain/response/run.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { realClock } from '#backend/clock/simulated-clock.ts';
import type { Account, ServerState, StoredGroup, StoredPolicy } from '#backend/ports/store.ts';

/** The words in which worlds are written. */
export const accountCredential = credentialIdSchema.parse('account-2026');

/** The special account of the demo company. */
const account: Account = {
  credential: accountCredential,
  salt: '7665737065722d64656d6f2d73616c74',
  hash: '9aa3b3a12bb08c90702a1eef7d0b8ce87e77ae7e5d0270e44b40155380850add',
  iterations: 210_000,
  createdAtMs: Date.UTC(2026, 3, 1, 8, 0),
  createdBy: 'M. Admin',
};

export const between = (start: string, end: string): ScanStart => ({
  mode: 'interval',
  window: { start: timeOfDaySchema.parse(start), end: timeOfDaySchema.parse(end) },
});
export const manually: ScanStart = { mode: 'manual' };
export const atOnce: ScanStart = { mode: 'immediate' };

export const scanning = (start: ScanStart, scope: ScanScope = 'critical-areas'): AdditionalValue => ({
  iocScanning: { scope, start },
  detectLegitimateApplications: false,
});

interface PolicyParts {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly status?: StoredPolicy['status'];
  readonly inherit?: boolean;
  readonly force?: boolean;
  readonly additional?: AdditionalValue;
  readonly lock?: Lock;
  /** Response actions and the account, set up and *Under policy*. */
  readonly responds?: boolean;
  readonly revision?: number;
  readonly modifiedAtMs?: number;
}

/** A policy with the application's defaults but for what is said. */
export function aPolicy(parts: PolicyParts): StoredPolicy {
  const settings: PolicySettings = {
    actions: parts.responds
      ? {
          value: { enabled: true, selected: ['quarantine', 'notify-user', 'group-ioc-scan', 'group-quarantine'] },
          lock: 'closed',
        }
      : { value: applicationDefaults.actions, lock: 'open' },
    authentication: parts.responds
      ? { value: { credential: accountCredential }, lock: 'closed' }
      : { value: applicationDefaults.authentication, lock: 'open' },
    additional: { value: parts.additional ?? applicationDefaults.additional, lock: parts.lock ?? 'open' },
  };
  return {
    id: policyIdSchema.parse(parts.id),
    groupId: groupIdSchema.parse(parts.group),
    name: parts.name,
    status: parts.status ?? 'active',
    inherit: parts.inherit ?? true,
    force: parts.force ?? false,
    settings,
    revision: parts.revision ?? 1,
    modifiedAtMs: parts.modifiedAtMs ?? Date.UTC(2026, 10, 2, 9, 30),
    modifiedBy: 'M. Admin',
  };
}

export const aGroup = (id: string, name: string, parent: string | null): StoredGroup => ({
  id: groupIdSchema.parse(id),
  name,
  parentId: parent === null ? null : groupIdSchema.parse(parent),
  revision: 1,
  modifiedAtMs: Date.UTC(2026, 3, 1, 8, 0),
  modifiedBy: 'M. Admin',
});

export const unassigned = aGroup('unassigned-devices', 'Unassigned devices', null);

export function aDevice(
  name: string,
  group: string,
  timeZone: string,
  parts: Partial<Pick<Device, 'status' | 'operatingSystem' | 'address'>> = {},
): Device {
  return {
    id: deviceIdSchema.parse(name.toLowerCase()),
    groupId: groupIdSchema.parse(group),
    name,
    timeZone,
    operatingSystem: parts.operatingSystem ?? 'Windows 11 Pro 24H2',
    address: parts.address ?? '10.0.0.1',
    status: parts.status ?? 'online',
  };
}

export const aServer = (scenario: string, realMs: number): ServerState => ({
  id: 'server',
  scenario,
  seed: 2026,
  users: [
    { id: userIdSchema.parse('m-admin'), name: 'M. Admin', role: 'main-administrator' },
    { id: userIdSchema.parse('j-keller'), name: 'J. Keller', role: 'main-administrator' },
    { id: userIdSchema.parse('s-rao'), name: 'S. Rao', role: 'main-administrator' },
    { id: userIdSchema.parse('t-okafor'), name: 'T. Okafor', role: 'operator' },
    { id: userIdSchema.parse('l-novak'), name: 'L. Novak', role: 'auditor' },
  ],
  timeZone: 'UTC',
  clock: realClock(realMs),
  account,
  durations: defaultDurationModel,
  nextNumber: 1,
  nextChange: 1,
});
