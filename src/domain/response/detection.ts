import type { CredentialId, DetectionId, DeviceId, GroupId, Md5, PolicyId, TaskId } from '../ids.ts';
import type { Lock, SettingsGroup, SettingsValues } from '../policy/settings.ts';
import { actions, type ActionId } from './actions.ts';
import type { LegitimateApplication } from './legitimate-applications.ts';

/** An object in which the sandbox found a threat. */
export interface DetectedObject {
  readonly fileName: string;
  readonly path: string;
  readonly md5: Md5;
}

/** What was missing for a detection to create a task. */
export type Missing =
  | 'legitimate-applications-off'
  | 'response-actions-off'
  | 'no-group-action'
  | 'no-account'
  | 'password-not-set'
  | 'password-does-not-match'
  | 'no-policy';

/** Where a condition is decided, as it was at the detection's instant: who set the setting, or the server for its account. */
export type DecidedBy =
  | {
      readonly kind: 'policy';
      readonly policy: {
        readonly id: PolicyId;
        readonly name: string;
        readonly group: { readonly id: GroupId; readonly name: string };
      };
      readonly lock: Lock;
    }
  | { readonly kind: 'device' | 'default' | 'server' };

/** A condition that failed, and where it is decided: what to mend. */
export interface MissingCondition {
  readonly condition: Missing;
  /** Null where no setting decides: no policy applies to the device. */
  readonly source: DecidedBy | null;
}

export interface Detection {
  readonly id: DetectionId;
  /** Epoch milliseconds UTC, in simulated time. */
  readonly detectedAtMs: number;
  readonly deviceId: DeviceId;
  readonly objects: readonly DetectedObject[];
  /** The kind of legitimate application that was detected; absent for malware. */
  readonly legitimateApplication?: LegitimateApplication;
  /** Present while its instant has not come: nothing has happened yet, and what will is not known. */
  readonly expected?: true;
  /** Why it could not be processed when its instant came, as a sentence; present while it waits to be retried. */
  readonly failure?: string;
  /** When it was processed, where a retry did so later than at its own instant: epoch milliseconds UTC, in simulated time. */
  readonly processedAtMs?: number;
  /** The task it created, or null. */
  readonly taskId: TaskId | null;
  /** What was missing for a task; empty when one was created, and while the detection is expected. */
  readonly missing: readonly MissingCondition[];
  /** The actions carried out on the device itself, task or not; empty while the detection is expected. */
  readonly localActions: readonly ActionId[];
}

/** What came of a detection; `expected` while its instant has not come, `failed` where it could not be processed. */
export const detectionOutcomes = ['expected', 'task-created', 'no-task', 'failed'] as const;
export type DetectionOutcome = (typeof detectionOutcomes)[number];

export function outcomeOf({
  expected,
  failure,
  taskId,
}: Pick<Detection, 'expected' | 'failure' | 'taskId'>): DetectionOutcome {
  if (expected) return 'expected';
  if (failure !== undefined) return 'failed';
  return taskId === null ? 'no-task' : 'task-created';
}

/** One sentence per condition that failed. */
export const missingSentences: Readonly<Record<Missing, string>> = {
  'legitimate-applications-off':
    'It is a legitimate application, and detection of legitimate applications is off: it is no threat.',
  'no-policy': 'No active policy applies to the device.',
  'response-actions-off': 'Response actions on threats detected by Kaspersky Sandbox are off.',
  'no-group-action': 'No group action is among the selected actions.',
  'no-account': 'The special account on the Administration Server does not exist.',
  'password-not-set': 'The password of the special account is not set.',
  'password-does-not-match': 'The password of the special account does not match.',
};

/**
 * Every condition that keeps a detection from creating a task; empty when it creates one.
 * Source: docs/domain-rules.md#when-a-detection-creates-a-task.
 * @param settings the detecting device's effective settings
 * @param account the credential of the server's special account, or null when there is none
 */
export function missingForTask(
  settings: Pick<SettingsValues, 'actions' | 'authentication'>,
  account: CredentialId | null,
): Missing[] {
  const missing: Missing[] = [];
  if (!settings.actions.enabled) missing.push('response-actions-off');
  if (!settings.actions.selected.some((action) => actions[action].kind === 'group')) missing.push('no-group-action');
  const { credential } = settings.authentication;
  if (account === null) missing.push('no-account');
  else if (credential === null) missing.push('password-not-set');
  else if (credential !== account) missing.push('password-does-not-match');
  return missing;
}

/** Where each condition is decided: a group of settings on the detecting device, the server, or nowhere. */
export const decidedIn: Readonly<Record<Missing, SettingsGroup | 'server' | null>> = {
  'legitimate-applications-off': 'additional',
  'no-policy': null,
  'response-actions-off': 'actions',
  'no-group-action': 'actions',
  'no-account': 'server',
  'password-not-set': 'authentication',
  'password-does-not-match': 'authentication',
};

/**
 * Whether the detected object counts as a threat: a legitimate application only if their detection is on.
 * Source: docs/domain-rules.md#legitimate-applications.
 */
export function isThreat(
  detection: Pick<Detection, 'legitimateApplication'>,
  { detectLegitimateApplications }: SettingsValues['additional'],
): boolean {
  return detection.legitimateApplication === undefined || detectLegitimateApplications;
}

/**
 * The local actions that a threat causes on its device, with or without a task.
 * Source: docs/domain-rules.md#when-a-detection-creates-a-task.
 */
export function localActionsOf({ enabled, selected }: SettingsValues['actions']): ActionId[] {
  return enabled ? selected.filter((action) => actions[action].kind === 'local') : [];
}
