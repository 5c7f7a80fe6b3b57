import type { CredentialId, DetectionId, DeviceId, Md5, TaskId } from '../ids.ts';
import type { SettingsValues } from '../policy/settings.ts';
import { actions } from './actions.ts';

/** An object in which the sandbox found a threat. */
export interface DetectedObject {
  readonly fileName: string;
  readonly path: string;
  readonly md5: Md5;
}

/** What was missing for a detection to create a task. */
export type Missing =
  | 'response-actions-off'
  | 'no-group-action'
  | 'no-account'
  | 'password-not-set'
  | 'password-does-not-match'
  | 'no-policy';

export interface Detection {
  readonly id: DetectionId;
  /** Epoch milliseconds UTC, in simulated time. */
  readonly detectedAtMs: number;
  readonly deviceId: DeviceId;
  readonly objects: readonly DetectedObject[];
  /** Present while its instant has not come: nothing has happened yet, and what will is not known. */
  readonly expected?: true;
  /** The task it created, or null. */
  readonly taskId: TaskId | null;
  /** What was missing for a task; empty when one was created, and while the detection is expected. */
  readonly missing: readonly Missing[];
}

/** What came of a detection; `expected` while its instant has not come. */
export const detectionOutcomes = ['expected', 'task-created', 'no-task'] as const;
export type DetectionOutcome = (typeof detectionOutcomes)[number];

export function outcomeOf({ expected, taskId }: Pick<Detection, 'expected' | 'taskId'>): DetectionOutcome {
  if (expected) return 'expected';
  return taskId === null ? 'no-task' : 'task-created';
}

/** One sentence per condition that failed. */
export const missingSentences: Readonly<Record<Missing, string>> = {
  'no-policy': 'No active policy applies to the device.',
  'response-actions-off': 'Response actions on threats detected by Kaspersky Sandbox are off.',
  'no-group-action': 'No group action is among the selected actions.',
  'no-account': 'The special account on the Administration Server does not exist.',
  'password-not-set': 'The password of the special account is not set.',
  'password-does-not-match': 'The password of the special account does not match.',
};

/**
 * Every condition that keeps a detection from creating a task; empty when it creates one. Source: rules §3.
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
